--TEST--
Signals within a call of ext/sockets in {main} beside a task: it ends with EINTR where the system's would, else it goes on
--EXTENSIONS--
sockets
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/socket_waits.inc';
use function Uvstream\{spawn, delay};

[$ours, $theirs] = socket_pair();
function handle(bool $restart): void
{
    pcntl_signal(SIGUSR1, function () { echo "handled\n"; }, $restart);
}
$beside = spawn(fn () => delay(60));
foreach ([false, true] as $is_async) {
    pcntl_async_signals($is_async);
    echo $is_async ? "asynchronous\n" : "dispatched\n";

    handle(true); // system calls are restarted
    $child = signal_in_wait(SIGUSR1, fn () => socket_write($theirs, 'data'));
    var_dump(socket_read($ours, 100));
    ended($child);
    pcntl_signal_dispatch();

    handle(false);
    $child = signal_in_wait(SIGUSR1);
    var_dump(@socket_read($ours, 100), socket_last_error($ours) === SOCKET_EINTR);
    ended($child);
    pcntl_signal_dispatch();

    handle(true); // not those with a time limit
    socket_set_option($ours, SOL_SOCKET, SO_RCVTIMEO, ['sec' => 60, 'usec' => 0]);
    $child = signal_in_wait(SIGUSR1);
    var_dump(@socket_read($ours, 100), socket_last_error($ours) === SOCKET_EINTR);
    ended($child);
    pcntl_signal_dispatch();
    socket_set_option($ours, SOL_SOCKET, SO_RCVTIMEO, ['sec' => 0, 'usec' => 0]);

    $child = signal_in_wait(SIGUSR1);
    $r = [$ours];
    var_dump(@socket_select($r, $w, $e, 60), count($r), socket_last_error() === SOCKET_EINTR);
    ended($child);
    pcntl_signal_dispatch();
}

// An exception of the handler's.
pcntl_signal(SIGUSR1, function () { throw new Exception('thrown'); });
$child = signal_in_wait(SIGUSR1);
try {
    socket_read($ours, 100);
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
ended($child);
$beside->cancel();
?>
--EXPECT--
dispatched
string(4) "data"
handled
bool(false)
bool(true)
handled
bool(false)
bool(true)
handled
bool(false)
int(1)
bool(true)
handled
asynchronous
handled
string(4) "data"
handled
bool(false)
bool(true)
handled
bool(false)
bool(true)
handled
bool(false)
int(1)
bool(true)
thrown
