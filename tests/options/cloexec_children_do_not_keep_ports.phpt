--TEST--
A program started by the script does not keep the port of a server; unless the context says so
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY === 'Windows') die('skip no cat'); ?>
--FILE--
<?php
foreach ([true, false] as $cloexec) {
    $context = stream_context_create(['uvstream' => ['cloexec' => $cloexec]]);
    $server = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 12, $context);
    $name = 'tcp://' . stream_socket_get_name($server, false);
    $program = proc_open(['cat'], [['pipe', 'r'], ['pipe', 'w'], STDERR], $pipes);
    fwrite($pipes[0], "runs\n");
    echo fgets($pipes[1]);
    fclose($server);
    var_dump((bool) @stream_socket_server($name, $errno), $errno === SOCKET_EADDRINUSE);
    fclose($pipes[0]);
    proc_close($program);
}
?>
--EXPECT--
runs
bool(true)
bool(false)
runs
bool(false)
bool(true)
