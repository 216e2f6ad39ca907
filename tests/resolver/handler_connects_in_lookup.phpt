--TEST--
a connect in a handler is not taken for done when the look-up around it is
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(20);
$names = serve_names();
pcntl_async_signals(true);
[$address, $held] = busy_address();
pcntl_signal(SIGUSR1, function () use ($address) {
    answer_late();
    var_dump(@stream_socket_client($address, $code, $text, 0.5), $code);
});
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$child = signal_in_wait(SIGUSR1);
var_dump(is_resource(stream_socket_client("tcp://late.test.:$port", $code, $text, 20)));
ended($child);
stop($names);
?>
--EXPECT--
bool(false)
int(110)
bool(true)
