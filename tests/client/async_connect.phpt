--TEST--
stream_socket_client(): asynchronous connect as ReactPHP and Amp do it
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('async')] as $uri) {
    [$server, $to] = listen_on($uri);
    $errno = $errstr = 'untouched';
    $client = stream_socket_client($to, $errno, $errstr, 0, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
    var_dump(is_resource($client), $errno, $errstr, stream_get_meta_data($client)['blocked']);
    stream_set_blocking($client, false);
    $r = $e = null;
    $w = [$client];
    var_dump(stream_select($r, $w, $e, 10), $w === [$client]);
    var_dump(stream_socket_get_name($client, true) === stream_socket_get_name($server, false));
    $conn = stream_socket_accept($server, 10);
    var_dump(fread($client, 10), fwrite($client, "hello\n"), fgets($conn));
    fclose($conn);
    wait_readable($client);
    var_dump(fread($client, 10), feof($client));
}
?>
--EXPECT--
bool(true)
int(0)
string(0) ""
bool(true)
int(1)
bool(true)
bool(true)
string(0) ""
int(6)
string(6) "hello
"
string(0) ""
bool(true)
bool(true)
int(0)
string(0) ""
bool(true)
int(1)
bool(true)
bool(true)
string(0) ""
int(6)
string(6) "hello
"
string(0) ""
bool(true)
