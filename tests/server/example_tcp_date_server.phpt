--TEST--
example-tcp: the manual's first example serves the date and the time
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$socket = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr);
if (!$socket) die("$errstr ($errno)\n");
$child = in_child(function () use ($socket) {
    while ($conn = stream_socket_accept($socket, 10)) {
        fwrite($conn, 'The local time is ' . date('n/j/Y g:i a') . "\n");
        fclose($conn);
    }
    fclose($socket);
});
for ($i = 0; $i < 3; ++$i) {
    $fp = stream_socket_client('tcp://' . stream_socket_get_name($socket, false), $errno, $errstr, 10);
    echo stream_get_contents($fp);
    var_dump(feof($fp));
}
posix_kill($child, SIGKILL);
pcntl_waitpid($child, $status);
?>
--EXPECTF--
The local time is %d/%d/%d %d:%d %cm
bool(true)
The local time is %d/%d/%d %d:%d %cm
bool(true)
The local time is %d/%d/%d %d:%d %cm
bool(true)
