--TEST--
stream_set_timeout(): a timeout of 0 does not wait: false and timed_out before PHP 8.3, "" from then on
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
var_dump(stream_set_timeout($b, 0));
fwrite($a, 'x');
wait_readable($b);
var_dump(fread($b, 10));
$began = hrtime(true);
$is_new = PHP_VERSION_ID >= 80300;
var_dump(fread($b, 10) === ($is_new ? '' : false), stream_get_meta_data($b)['timed_out'] === !$is_new);
var_dump(feof($b), (hrtime(true) - $began) / 1e9 < 20);
fclose($a);
wait_readable($b);
var_dump(fread($b, 10), feof($b));
?>
--EXPECT--
bool(true)
string(1) "x"
bool(true)
bool(true)
bool(false)
bool(true)
string(0) ""
bool(true)
