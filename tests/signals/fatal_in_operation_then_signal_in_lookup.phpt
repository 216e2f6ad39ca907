--TEST--
a fatal error within a write, then a shutdown function that closes the stream and is interrupted in a look-up
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(20);
$names = serve_names();
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use ($names) {
    echo "handled\n";
    answer_late();
});
[$theirs, $ours] = connect_pair();
set_error_handler(fn () => @trigger_error('fatal', E_USER_ERROR));
register_shutdown_function(function () use ($names) {
    fclose($GLOBALS['ours']);
    unset($GLOBALS['ours']); // the end of it
    restore_error_handler();
    // What lay there is other data now.
    for ($size = 100; $size < 400; $size += 16) $fill[] = str_repeat('x', $size);
    signal_in_wait(SIGUSR1);
    var_dump(stream_socket_server('tcp://late.test.:0'));
    stop($names);
});
stream_socket_shutdown($ours, STREAM_SHUT_WR);
fwrite($ours, 'text');
echo "not reached\n";
?>
--EXPECTF--

Fatal error: fatal in %s on line %d
handled
resource(%d) of type (stream)
