--TEST--
stream_socket_accept(): a negative timeout waits as long as it takes
--EXTENSIONS--
pcntl
posix
--INI--
default_socket_timeout=0
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
[$server, $to] = listen_on();
$pid = in_child(function () use ($to) {
    usleep(150000);
    fwrite($client = stream_socket_client($to, $errno, $errstr, 10), "late\n");
    stream_set_timeout($client, 10);
    fgets($client); // until the parent closes
});
$conn = stream_socket_accept($server, -1);
stream_set_timeout($conn, 10);
var_dump(get_resource_type($conn), fgets($conn));
fclose($conn);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
string(6) "stream"
string(5) "late
"
