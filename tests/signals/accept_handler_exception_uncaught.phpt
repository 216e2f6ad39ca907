--TEST--
accept: an uncaught exception from a handler is reported as everywhere
--EXTENSIONS--
pcntl
posix
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { throw new RuntimeException('nobody catches me'); });
$server = stream_socket_server('tcp://127.0.0.1:0');
$child = signal_in_wait(SIGUSR1);
register_shutdown_function('ended', $child);
stream_socket_accept($server, 20);
?>
--EXPECTF--

Fatal error: Uncaught RuntimeException: nobody catches me in %s:%d
Stack trace:
#0 [internal function]: {closure%S}(10, Array)
#1 %s(%d): stream_socket_accept(Resource id #%d, 20)
#2 {main}
  thrown in %s on line %d
