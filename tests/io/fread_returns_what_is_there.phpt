--TEST--
fread(): returns what has come, and does not wait for the length asked for
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('fread')] as $uri) {
    [$a, $b] = connect_pair($uri);
    fwrite($a, 'abc');
    var_dump(fread($b, 8192));
    fwrite($a, 'defgh');
    wait_readable($b);
    var_dump(fread($b, 2), stream_get_meta_data($b)['unread_bytes']);
    var_dump(fread($b, 3), stream_get_meta_data($b)['unread_bytes']);
}
?>
--EXPECT--
string(3) "abc"
string(2) "de"
int(3)
string(3) "fgh"
int(0)
string(3) "abc"
string(2) "de"
int(3)
string(3) "fgh"
int(0)
