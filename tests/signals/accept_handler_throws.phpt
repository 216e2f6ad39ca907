--TEST--
accept: an exception from a handler comes out of the call, with no warning, and the server goes on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { throw new RuntimeException('from the handler'); });
$server = stream_socket_server('tcp://127.0.0.1:0');
$child = signal_in_wait(SIGUSR1);
try {
    stream_socket_accept($server, 20);
} catch (RuntimeException $exception) {
    echo get_class($exception), ': ', $exception->getMessage(), "\n";
}
ended($child);
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
fwrite($client, 'hello');
var_dump(fread(stream_socket_accept($server), 5));
?>
--EXPECT--
RuntimeException: from the handler
string(5) "hello"
