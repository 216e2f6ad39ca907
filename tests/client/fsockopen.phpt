--TEST--
fsockopen(): with a port, with the port in the name, unix:// and udp://
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
$port = (int) substr(strrchr($to, ':'), 1);
foreach ([['127.0.0.1', $port], ['tcp://127.0.0.1', $port], ["tcp://127.0.0.1:$port"], ["127.0.0.1:$port", -1]] as $arguments) {
    $client = fsockopen(...$arguments);
    $conn = stream_socket_accept($server, 10);
    fwrite($conn, "hello!\n");
    var_dump(fgets($client), stream_get_meta_data($client)['blocked']);
}
[$server, $to] = listen_on('unix://' . temp_path('fsockopen'));
foreach ([[$to], [$to, -1], [$to, 0, &$errno, &$errstr, 10]] as $arguments) {
    $client = fsockopen(...$arguments);
    fwrite($client, "over unix\n");
    var_dump(fgets(stream_socket_accept($server, 10)));
}
$server = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
$port = (int) substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$client = fsockopen('udp://127.0.0.1', $port, $errno, $errstr);
fwrite($client, 'over udp');
var_dump($errno, $errstr, fread($server, 100));
?>
--EXPECT--
string(7) "hello!
"
bool(true)
string(7) "hello!
"
bool(true)
string(7) "hello!
"
bool(true)
string(7) "hello!
"
bool(true)
string(10) "over unix
"
string(10) "over unix
"
string(10) "over unix
"
int(0)
string(0) ""
string(8) "over udp"
