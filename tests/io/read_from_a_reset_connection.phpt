--TEST--
fread(), fgets(), feof(): a connection that was reset
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
foreach ([true, false] as $blocking) {
    [$a, $b] = connect_pair();
    stream_set_blocking($a, $blocking);
    fwrite($a, 'never read');
    wait_readable($b);
    fclose($b);
    wait_readable($a);
    var_dump(feof($a), fread($a, 10), feof($a), fgets($a), stream_get_contents($a));

    [$a, $b] = connect_pair();
    stream_set_blocking($a, $blocking);
    fwrite($a, 'never read');
    wait_readable($b);
    fclose($b);
    wait_readable($a);
    var_dump(fread($a, 10), feof($a), stream_get_meta_data($a)['eof']);
}
?>
--EXPECT--
bool(true)
string(0) ""
bool(true)
bool(false)
string(0) ""
bool(false)
bool(true)
bool(true)
bool(true)
string(0) ""
bool(true)
bool(false)
string(0) ""
bool(false)
bool(true)
bool(true)
