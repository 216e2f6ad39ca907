--TEST--
stream_set_blocking(): to and fro, while data comes; a listener's mode does not reach its connections
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b, $server] = connect_pair();
for ($i = 0; $i < 3; $i++) {
    stream_set_blocking($b, false);
    var_dump(fread($b, 10), stream_get_meta_data($b)['blocked']);
    stream_set_blocking($b, true);
    var_dump(stream_get_meta_data($b)['blocked']);
    fwrite($a, "line $i\n");
    var_dump(fgets($b)); // waits, if it must
}
stream_set_timeout($b, 0, 20000);
var_dump(fread($b, 10), stream_get_meta_data($b)['timed_out']);
stream_set_blocking($b, false);
var_dump(fread($b, 10), stream_get_meta_data($b)['timed_out']);
stream_set_blocking($server, false);
var_dump(stream_get_meta_data($server)['blocked']);
$c = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
$d = stream_socket_accept($server, 10);
var_dump(stream_get_meta_data($d)['blocked'], stream_get_meta_data($server)['blocked']);
?>
--EXPECT--
string(0) ""
bool(false)
bool(true)
string(7) "line 0
"
string(0) ""
bool(false)
bool(true)
string(7) "line 1
"
string(0) ""
bool(false)
bool(true)
string(7) "line 2
"
bool(false)
bool(true)
string(0) ""
bool(true)
bool(false)
bool(true)
bool(false)
