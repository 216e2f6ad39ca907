--TEST--
tasks, promise 11: a signal ends no wait of a task's; those of {main} end or go on as without tasks
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
use Uvstream\Channel;
use function Uvstream\{delay, run, spawn};
require __DIR__ . '/../inc/sockets.inc';

/** What each kind of wait returns, if `$meanwhile` is called once it is under way. */
function outcome(string $wait, callable $meanwhile): mixed
{
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    [$server, $address] = listen_on();
    $datagrams = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
    [$waits, $ends] = [
        'fread' => [fn () => fread($ours, 100), fn () => fwrite($theirs, 'data')],
        'fgets' => [fn () => fgets($ours), fn () => fwrite($theirs, "data\n")],
        'fwrite' => [function () use ($ours) {
            fill($ours);
            return fwrite($ours, 'data');
        }, function () use ($theirs) {
            stream_set_blocking($theirs, false);
            while (fread($theirs, 65536) != '');
        }],
        'accept' => [fn () => is_resource(@stream_socket_accept($server, 30)), fn () => @stream_socket_client($address)],
        'recvfrom' => [fn () => stream_socket_recvfrom($datagrams, 100), function () use ($datagrams) {
            fwrite(stream_socket_client('udp://' . stream_socket_get_name($datagrams, false)), 'data');
        }],
        'select' => [function () use ($ours) {
            $read = [$ours];
            $none = null;
            return @stream_select($read, $none, $none, 30);
        }, fn () => @fwrite($theirs, 'data')],
        'sleep' => [fn () => sleep(2) === 0, fn () => null],
        'time_nanosleep' => [fn () => time_nanosleep(0, 200_000_000) === true, fn () => null],
        'delay' => [fn () => delay(0.2), fn () => null],
        'receive' => [fn () => $GLOBALS['channel']->receive(), fn () => $GLOBALS['channel']->send('data')],
    ][$wait];
    $GLOBALS['channel'] = new Channel;
    spawn(function () use ($meanwhile, $ends) {
        delay(0.02);
        $meanwhile();
        delay(0.02);
        $ends();
    });
    $result = $waits();
    return $result;
}

$handler = function () { ++$GLOBALS['handled']; };
$signal = function () {
    posix_kill(getmypid(), SIGUSR1);
    for ($i = 0; $i < 1000; ++$i);
};
$waits = ['fread', 'fgets', 'fwrite', 'accept', 'recvfrom', 'select', 'sleep', 'time_nanosleep', 'delay', 'receive'];
pcntl_async_signals(true);
foreach ([[true, ''], [false, ', not restarted']] as [$restart, $how]) foreach ($waits as $wait) {
    pcntl_signal(SIGUSR1, $handler, $restart);
    $handled = 0;
    $in_main = run(fn () => outcome($wait, $signal));
    $in_task = run(fn () => spawn(outcome(...), $wait, $signal)->await());
    $undisturbed = run(fn () => outcome($wait, fn () => null));
    printf("%s$how: %s, handled %d times, %s\n", $wait, $in_main === $undisturbed ? 'goes on' : 'ends with ' . json_encode($in_main),
        $handled, $in_task === $undisturbed ? "a task's goes on" : "A TASK'S ENDS " . json_encode($in_task));
}
?>
--EXPECT--
fread: goes on, handled 2 times, a task's goes on
fgets: goes on, handled 2 times, a task's goes on
fwrite: goes on, handled 2 times, a task's goes on
accept: ends with false, handled 2 times, a task's goes on
recvfrom: goes on, handled 2 times, a task's goes on
select: ends with false, handled 2 times, a task's goes on
sleep: ends with false, handled 2 times, a task's goes on
time_nanosleep: ends with false, handled 2 times, a task's goes on
delay: goes on, handled 2 times, a task's goes on
receive: goes on, handled 2 times, a task's goes on
fread, not restarted: goes on, handled 2 times, a task's goes on
fgets, not restarted: goes on, handled 2 times, a task's goes on
fwrite, not restarted: goes on, handled 2 times, a task's goes on
accept, not restarted: ends with false, handled 2 times, a task's goes on
recvfrom, not restarted: ends with false, handled 2 times, a task's goes on
select, not restarted: ends with false, handled 2 times, a task's goes on
sleep, not restarted: ends with false, handled 2 times, a task's goes on
time_nanosleep, not restarted: ends with false, handled 2 times, a task's goes on
delay, not restarted: goes on, handled 2 times, a task's goes on
receive, not restarted: goes on, handled 2 times, a task's goes on
