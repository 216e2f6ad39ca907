<?php
// library: react/event-loop
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/packages.php';

use React\EventLoop\Loop;

use function Uvstream\{delay, run, spawn};

Loop::set(new Uvstream\React\Loop());

/** The loop sleeps, with nothing to wake up for in the time of a test, when the task runs. */
function while_it_sleeps(Closure $function): void
{
    $far = Loop::addTimer(1000, fn () => print("woken by the clock\n"));
    spawn(function () use ($function, $far) {
        delay(0.01);
        $function();
        Loop::cancelTimer($far);
    });
    Loop::run();
}

scenario('a sleeping loop learns at once of a timer, a tick, a stream, and that nothing is left', function () {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    while_it_sleeps(function () use ($ours, $theirs) {
        $said = new Uvstream\Channel(1);
        foreach (['a timer' => fn ($fn) => Loop::addTimer(0.001, $fn), 'a tick' => Loop::futureTick(...)] as $name => $add) {
            $add(fn () => $said->send($name));
            echo $said->receive(), "\n";
            delay(0.005); // it sleeps again
        }
        Loop::addReadStream($ours, function ($stream) use ($said) {
            Loop::removeReadStream($stream);
            $said->send(fread($stream, 100));
        });
        fwrite($theirs, 'a stream');
        echo $said->receive(), "\n";
        Loop::addWriteStream($ours, function ($stream) use ($said) {
            Loop::removeWriteStream($stream);
            $said->send('a writer');
        });
        echo $said->receive(), "\n";
    });
    return true;
});

scenario('it is stopped by a task', function () {
    Loop::addTimer(1000, fn () => print("woken by the clock\n"));
    spawn(function () { delay(0.01); Loop::stop(); });
    Loop::run();
    return true;
});

scenario('it runs in a task, beside others; a callback that blocks holds up the loop alone', function () {
    run(function () {
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        spawn(fn () => Loop::run());
        Loop::futureTick(function () use ($ours) {
            echo fgets($ours); // what another task is about to write
        });
        spawn(function () use ($theirs) {
            echo "another task\n";
            fwrite($theirs, "written by it\n");
        });
    });
    return true;
});

scenario('a signal', function () {
    while_it_sleeps(function () {
        $said = new Uvstream\Channel(1);
        $listener = function (int $signal) use ($said, &$listener) {
            Loop::removeSignal(SIGUSR1, $listener);
            $said->send($signal === SIGUSR1 ? 'USR1' : '?');
        };
        Loop::addSignal(SIGUSR1, $listener);
        posix_kill(getmypid(), SIGUSR1);
        echo $said->receive(), "\n";
    });
    return true;
});
