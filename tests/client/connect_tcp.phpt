--TEST--
stream_socket_client(): tcp over IPv4, IPv6 and a name
--SKIPIF--
<?php if (!@stream_socket_server('tcp://[::1]:0')) die('skip no IPv6'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['127.0.0.1', '[::1]', 'localhost'] as $host) {
    $uri = "tcp://$host:0";
    [$server] = listen_on($uri);
    $name = stream_socket_get_name($server, false);
    $port = substr(strrchr($name, ':'), 1);
    foreach (["tcp://$host:$port", "$host:$port", "tcp://$host:$port/anything"] as $to) {
        $errno = $errstr = 'untouched';
        $client = stream_socket_client($to, $errno, $errstr, 10);
        $conn = stream_socket_accept($server, 10);
        var_dump($errno, $errstr);
        var_dump(stream_socket_get_name($client, true) === $name);
        fwrite($client, "hello $host\n");
        echo fgets($conn);
    }
}
?>
--EXPECT--
int(0)
string(0) ""
bool(true)
hello 127.0.0.1
int(0)
string(0) ""
bool(true)
hello 127.0.0.1
int(0)
string(0) ""
bool(true)
hello 127.0.0.1
int(0)
string(0) ""
bool(true)
hello [::1]
int(0)
string(0) ""
bool(true)
hello [::1]
int(0)
string(0) ""
bool(true)
hello [::1]
int(0)
string(0) ""
bool(true)
hello localhost
int(0)
string(0) ""
bool(true)
hello localhost
int(0)
string(0) ""
bool(true)
hello localhost
