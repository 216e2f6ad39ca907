--TEST--
socket_export_stream() and socket_import_stream(): selected under both names, closed under either
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
socket_create_pair(AF_UNIX, SOCK_STREAM, 0, $pair);
$a = socket_export_stream($pair[0]);
$listener = socket_create_listen(0);
$server = socket_export_stream($listener);
socket_getsockname($listener, $host, $port);
$all = ['a' => $a, 'server' => $server];
echo select_line($all, ['a' => $a]), "\n";
socket_write($pair[1], 'x');
$client = stream_socket_client("tcp://127.0.0.1:$port");
wait_readable($server);
echo select_line($all), "\n", json_encode(fread($a, 10)), ' ', select_line($all), "\n";
$r = [$pair[0], $listener];
var_dump(socket_select($r, $w, $e, 0));
$accepted = socket_accept($listener);
echo select_line($all), "\n";
socket_write($accepted, 'to the client');
wait_readable($client);
echo select_line(['client' => $client]), "\n";
// Closed as a Socket, and the number used again
[$stream, $peer] = connect_pair();
$socket = socket_import_stream($stream);
echo select_line([$stream], [$stream]), "\n";
socket_close($socket);
echo select_line([$stream, $a]), "\n";
[$new, $new_peer] = connect_pair();
echo select_line(['new' => $new], ['new' => $new]), "\n";
fwrite($new_peer, 'x');
echo select_line(['new' => $new], null, null, 20), "\n";
socket_close($pair[0]);
echo select_line([$a, $new]), "\n";
[$p, $q] = unix_pair();
echo select_line(['p' => $p, 'q' => $q]), "\n";
fwrite($p, 'x');
echo select_line(['p' => $p, 'q' => $q], null, null, 20), "\n";
?>
--EXPECT--
1: [] ["a"] null
2: ["a","server"] null null
"x" 1: ["server"] null null
int(1)
0: [] null null
1: ["client"] null null
1: [] [0] null
TypeError: stream_select(): supplied resource is not a valid stream resource
1: [] ["new"] null
1: ["new"] null null
TypeError: stream_select(): supplied resource is not a valid stream resource
0: [] null null
1: ["q"] null null
