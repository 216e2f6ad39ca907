--TEST--
an exception from a handler comes out of a look-up
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
pcntl_signal(SIGUSR1, function () { throw new RuntimeException('from the handler'); });
$child = signal_in_wait(SIGUSR1);
try {
    @stream_socket_client('tcp://late.test.:80', $code, $text, 20);
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
ended($child);
answer_late();
stop($names);
?>
--EXPECT--
from the handler
