--TEST--
unix-target: abstract names, which leave no file
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip abstract names are Linux\'s'); ?>
--FILE--
<?php
$name = "\0uvs-abstract-" . getmypid();
$server = stream_socket_server("unix://$name", $errno, $errstr);
var_dump(stream_socket_get_name($server, false)); // as in stock: a name that begins with NUL is not told
$client = stream_socket_client("unix://$name");
fwrite(stream_socket_accept($server, 10), "stream\n");
echo fgets($client);
var_dump(@stream_socket_server("unix://$name", $errno, $errstr), $errno, $errstr);
fclose($server);
$server = stream_socket_server("udg://$name", $errno, $errstr, STREAM_SERVER_BIND);
var_dump($errno);
fwrite(stream_socket_client("udg://$name"), "datagram\n");
echo fgets($server);
var_dump(glob(sys_get_temp_dir() . '/uvs-abstract-' . getmypid() . '*'));
?>
--EXPECT--
bool(false)
stream
bool(false)
int(98)
string(22) "Address already in use"
int(0)
datagram
array(0) {
}
