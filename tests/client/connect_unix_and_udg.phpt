--TEST--
stream_socket_client(): unix and udg, with a path and with an abstract name
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip abstract names are Linux'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$path = temp_path('unixok');
foreach ([$path, "\0uvs-" . getmypid()] as $name) {
    $server = stream_socket_server("unix://$name");
    $client = stream_socket_client("unix://$name", $errno, $errstr, 10);
    var_dump($errno, $errstr);
    $conn = stream_socket_accept($server, 10);
    fwrite($client, "bytes\n");
    echo fgets($conn);
    fclose($server);
    @unlink($path);

    $server = stream_socket_server("udg://$name", $errno, $errstr, STREAM_SERVER_BIND);
    $client = stream_socket_client("udg://$name", $errno, $errstr, 10);
    var_dump($errno, $errstr, stream_socket_get_name($client, false));
    fwrite($client, 'one');
    fwrite($client, 'two');
    var_dump(stream_socket_recvfrom($server, 100), fread($server, 100));
}
?>
--EXPECT--
int(0)
string(0) ""
bytes
int(0)
string(0) ""
bool(false)
string(3) "one"
string(3) "two"
int(0)
string(0) ""
bytes
int(0)
string(0) ""
bool(false)
string(3) "one"
string(3) "two"
