--TEST--
a descriptor's number that is used again knows nothing of its predecessor
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
// drained: the next stream of that number has data already
[$theirs, $ours, $server] = connect_pair();
$address = 'tcp://' . stream_socket_get_name($server, false);
fwrite($theirs, 'short');
fread($ours, 100);
fclose($ours);
fclose($theirs);
$client = stream_socket_client($address);
fwrite($client, 'data');
$connection = stream_socket_accept($server);
var_dump(fread($connection, 100));
fclose($connection);
fclose($client);
// an empty queue: the number of the listener becomes a connection, and the other way round
for ($i = 0; $i < 5; ++$i) @stream_socket_accept($server, 0);
fclose($server);
[$theirs, $ours, $server] = connect_pair();
fwrite($theirs, 'more');
var_dump(fread($ours, 100));
stream_set_timeout($ours, 0, 50_000);
var_dump(fread($ours, 100), stream_get_meta_data($ours)['timed_out'], stream_get_meta_data($ours)['blocked']);
fclose($ours);
$listener = stream_socket_server('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . stream_socket_get_name($listener, false));
var_dump(is_resource(stream_socket_accept($listener, 5)), @stream_socket_accept($listener, 0));
?>
--EXPECT--
string(4) "data"
string(4) "more"
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
