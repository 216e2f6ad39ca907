--TEST--
uvstream.enable=0: transports, functions and errors are PHP's own
--INI--
uvstream.enable=0
--FILE--
<?php
ini_set('uvstream.enable', '1'); // not while a script runs
var_dump(ini_get('uvstream.enable'));
echo implode(' ', array_slice(stream_get_transports(), 0, 4)), "\n";
// Stock's own way: the port wraps, and the code of a failed bind is 0.
$server = stream_socket_server('tcp://127.0.0.1:65536');
var_dump(is_resource($server));
var_dump(@stream_socket_server('tcp://' . stream_socket_get_name($server, false), $errno), $errno);
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
fwrite(stream_socket_accept($server, 10), "works\n");
echo fgets($client);
var_dump(fclose($client), fclose($server));
?>
--EXPECT--
string(1) "0"
tcp udp unix udg
bool(true)
bool(false)
int(0)
works
bool(true)
bool(true)
