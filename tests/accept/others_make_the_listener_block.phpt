--TEST--
accept keeps its timeout on a listener that was made blocking behind its stream's back
--EXTENSIONS--
pcntl
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
$make_block = [
    'by a copy of the stream' => function (int $fd) {
        $copy = fopen("php://fd/$fd", 'r');
        stream_set_blocking($copy, true);
        return $copy;
    },
    'by another process' => function (int $fd) {
        $keep = proc_open([PHP_BINARY, '-n', '-r', 'stream_set_blocking(fopen("php://fd/3", "r"), true);'],
            [3 => fopen("php://fd/$fd", 'r')], $pipes);
        return proc_close($keep);
    },
];
pcntl_alarm(30); // an accept() that blocks would do so for ever
foreach ($make_block as $how => $call) {
    [$server, $fd] = with_descriptor(fn () => stream_socket_server('tcp://127.0.0.1:0'));
    $kept = $call($fd);
    echo $how, ': ', json_encode([@stream_socket_accept($server, 0.01), @stream_socket_accept($server, 0)]), "\n";
    $client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
    var_dump(is_resource(stream_socket_accept($server, 20)));
}
?>
--EXPECT--
by a copy of the stream: [false,false]
bool(true)
by another process: [false,false]
bool(true)
