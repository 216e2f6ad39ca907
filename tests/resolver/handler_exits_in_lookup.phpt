--TEST--
a handler that exits in a look-up
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(20);
$names = serve_names();
pcntl_async_signals(true);
register_shutdown_function(function () use ($names) {
    answer_late();
    stop($names);
    echo "shutdown\n";
});
pcntl_signal(SIGUSR1, function () { exit("exit\n"); });
$child = signal_in_wait(SIGUSR1);
@stream_socket_client('tcp://late.test.:80', $code, $text, 20);
echo "not reached\n";
?>
--EXPECT--
exit
shutdown
