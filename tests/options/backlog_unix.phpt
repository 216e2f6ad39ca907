--TEST--
backlog: of a unix server: a queue that is full refuses more, one after the other taken makes room
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip EAGAIN for a full queue is Linux\'s'); ?>
--FILE--
<?php
function fits(array $socket): int
{
    $path = "\0uvs-backlog-" . getmypid();
    $server = stream_socket_server("unix://$path", $errno, $errstr, 12, stream_context_create(['socket' => $socket]));
    for ($waiting = []; count($waiting) < 100; $waiting[] = $client) {
        $client = socket_create(AF_UNIX, SOCK_STREAM, 0);
        socket_set_nonblock($client);
        if (!@socket_connect($client, $path)) break;
    }
    return count($waiting);
}
var_dump(fits(['backlog' => 3]), fits(['backlog' => 10]), fits([]));
?>
--EXPECT--
int(4)
int(11)
int(100)
