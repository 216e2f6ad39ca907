--TEST--
children of a parent that has used the resolver exit at once, whatever they did
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://localhost:0');
foreach ([
    'nothing' => fn () => null,
    'exit' => fn () => exit(0),
    'accept' => fn () => @stream_socket_accept($server, 0),
    'close' => fn () => fclose($server),
    'look-up' => fn () => stream_socket_server('tcp://localhost:0'),
    'look-ups' => fn () => [stream_socket_server('tcp://localhost:0'), stream_socket_server('tcp://localhost:0')],
    'child of its own' => fn () => ended(in_child(fn () => stream_socket_server('tcp://localhost:0'))),
] as $name => $body) {
    $start = microtime(true);
    $end = ended(in_child($body));
    echo $name, ': ', $end, microtime(true) - $start < 10 ? "\n" : " late\n";
}
?>
--EXPECT--
nothing: 0
exit: 0
accept: 0
close: 0
look-up: 0
look-ups: 0
child of its own: 0
