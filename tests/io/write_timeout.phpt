--TEST--
stream_set_timeout(): a blocking write into a full buffer ends with the timeout
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
stream_set_timeout($a, 0, 150000);
$began = hrtime(true);
set_error_handler(function ($level, $text) {
    echo preg_replace('/\d+ bytes/', 'N bytes', $text), "\n";
    return true;
});
$sent = fwrite($a, str_repeat('x', 32000000));
$waited = (hrtime(true) - $began) / 1e9;
var_dump($sent > 0 && $sent < 32000000, $waited >= 0.148, $waited < 30);
var_dump(stream_get_meta_data($a)['timed_out'], feof($a));
// What it said it sent has arrived, no more and no less.
fclose($a);
$got = 0;
while (!feof($b)) $got += strlen(fread($b, 1 << 20));
var_dump($got === $sent);
?>
--EXPECT--
fwrite(): Send of N bytes failed with errno=11 Resource temporarily unavailable
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
