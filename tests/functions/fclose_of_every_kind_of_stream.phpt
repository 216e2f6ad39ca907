--TEST--
fclose(): sockets, files, pipes, processes, memory and user streams
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$client, $accepted, $server] = connect_pair();
$streams = [$client, $accepted, $server, stream_socket_server('udp://127.0.0.1:0', $a, $b, 4),
    stream_socket_server('127.0.0.1:0', $a, $b, 0), fopen(__FILE__, 'r'), tmpfile(), fopen('php://memory', 'w+'),
    fopen('php://temp', 'w+'), popen('true', 'r'), fopen('data:text/plain,x', 'r'), ...stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0)];
foreach ($streams as $stream) {
    echo json_encode(fclose($stream)), ' ', gettype($stream), ' ';
    try {
        fclose($stream);
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECTF--
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
true resource (closed) fclose(): %s stream resource
