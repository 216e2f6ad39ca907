--TEST--
see-also: client, set_blocking, set_timeout, fgets, fwrite, fclose and feof work on these streams
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('see-also')] as $address) {
    [$client, $accepted, $server] = connect_pair($address);
    var_dump(stream_set_blocking($accepted, false), fgets($accepted), feof($accepted));
    var_dump(stream_set_blocking($accepted, true), stream_set_timeout($accepted, 10));
    fwrite($client, "one\ntwo");
    fclose($client);
    var_dump(fgets($accepted), fgets($accepted), fgets($accepted), feof($accepted), fclose($accepted), fclose($server));
}
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
string(4) "one
"
string(3) "two"
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
string(4) "one
"
string(3) "two"
bool(false)
bool(true)
bool(true)
bool(true)
