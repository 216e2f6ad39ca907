<?php
// library: amphp/socket
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/amp.php';
require __DIR__ . '/inc/packages.php';

use Revolt\EventLoop;

use function Amp\async;
use function Amp\Future\await;
use function Uvstream\{all, delay, spawn};

EventLoop::setDriver(new Uvstream\Revolt\Driver());

/** {main} drives the loop until all tasks have ended. @return list<mixed> */
function drive(Closure ...$functions): array
{
    $far = EventLoop::delay(1000, fn () => say('woken by the clock')); // the loop is not over before they have begun
    $all = spawn(function () use ($functions, $far) {
        try {
            return all($functions);
        } finally {
            EventLoop::cancel($far);
        }
    });
    EventLoop::run();
    return $all->await();
}

/** The loop has nothing to wake up for in the time of a test, and the task begins when it sleeps. */
function while_it_sleeps(Closure $function): array
{
    return drive(function () use ($function) {
        delay(0.01);
        return $function();
    });
}

scenario('a sleeping loop learns at once of a timer, a stream, a queued call, a repetition and a resumed fiber', function () {
    [$ours, $theirs] = pair();
    fwrite($theirs, 'x');
    while_it_sleeps(function () use ($ours) {
        foreach (['delay' => fn ($fn) => EventLoop::delay(0.001, $fn), 'queue' => EventLoop::queue(...), 'defer' => EventLoop::defer(...),
            'onReadable' => fn ($fn) => EventLoop::onReadable($ours, $fn), 'onWritable' => fn ($fn) => EventLoop::onWritable($ours, $fn),
            'repeat' => fn ($fn) => EventLoop::repeat(0.001, $fn)] as $name => $add) {
            $suspension = EventLoop::getSuspension();
            $id = $add(function (?string $id = null) use ($suspension, $name) {
                if ($id !== null) EventLoop::cancel($id);
                $suspension->resume($name);
            });
            echo $suspension->suspend(), "\n";
            delay(0.005); // it sleeps again
        }
        $id = EventLoop::disable(EventLoop::delay(0.001, fn () => say('enabled')));
        EventLoop::enable($id);
        delay(0.01);
        $suspension = EventLoop::getSuspension();
        spawn(fn () => $suspension->resume('resumed by another task'));
        echo $suspension->suspend(), "\n";
    });
    return true;
});

scenario('{main} is resumed, and a loop is stopped, by a task while it sleeps', function () {
    $suspension = EventLoop::getSuspension();
    $far = EventLoop::delay(1000, fn () => say('woken by the clock'));
    spawn(function () use ($suspension) { delay(0.01); $suspension->resume('resumed'); });
    echo $suspension->suspend(), "\n";
    EventLoop::cancel($far);
    $far = EventLoop::delay(1000, fn () => say('woken by the clock'));
    spawn(function () { delay(0.01); EventLoop::getDriver()->stop(); });
    EventLoop::run();
    spawn(function () use ($far) { delay(0.01); EventLoop::cancel($far); });
    EventLoop::run(); // ends since nothing is left
    return true;
});

scenario('Amp in two tasks at once', function () {
    $order = [];
    $results = drive(...array_map(fn ($name) => function () use ($name, &$order) {
        $futures = array_map(fn ($i) => async(function () use ($name, $i, &$order) {
            Amp\delay(0.05 * $i);
            $order[$i][] = $name;
            return "$name$i";
        }), [1, 2, 3]);
        return implode(' ', await($futures));
    }, ['a', 'b']));
    array_walk($order, sort(...));
    echo json_encode([$results, array_map(implode(...), $order)]), "\n";
    return true;
});

scenario('Amp\'s sockets: a server in one task, its clients in another, and a plain echo server in a third', function () {
    $server = Amp\Socket\listen('127.0.0.1:0');
    $plain = stream_socket_server('tcp://127.0.0.1:0');
    $say = function (string $address, string $name) {
        $client = Amp\Socket\connect($address);
        $client->write("hello $name");
        $client->end();
        return Amp\ByteStream\buffer($client);
    };
    [, $said] = drive(function () use ($server) {
        for ($i = 0; $i < 20; ++$i) {
            $client = $server->accept();
            async(function () use ($client) {
                $client->write(strtoupper(Amp\ByteStream\buffer($client)));
                $client->end();
            });
        }
    }, function () use ($server, $plain, $say) {
        for ($i = 0; $i < 20; ++$i) {
            $asked[] = async($say, $server->getAddress()->toString(), "$i");
            $asked[] = async($say, stream_socket_get_name($plain, false), "plain $i");
        }
        return await($asked);
    }, function () use ($plain) {
        for ($i = 0; $i < 20; ++$i) {
            $connection = stream_socket_accept($plain, 20);
            spawn(function () use ($connection) {
                fwrite($connection, strtoupper(stream_get_contents($connection)));
                fclose($connection);
            });
        }
    });
    sort($said);
    echo count($said), ' ', $said[0], ' ', $said[39], "\n";
    return true;
});

scenario('a signal, and a fork whose child has a loop of its own', function () {
    $came = 0;
    $id = EventLoop::onSignal(SIGUSR1, function () use (&$came) { ++$came; });
    while_it_sleeps(function () use (&$came, $id) {
        posix_kill(getmypid(), SIGUSR1);
        while ($came === 0) delay(0.001);
        EventLoop::cancel($id);
    });
    if (pcntl_async_signals()) return false;
    while_it_sleeps(fn () => null);
    if (($child = pcntl_fork()) === 0) {
        while_it_sleeps(fn () => say('child'));
        posix_kill(getmypid(), SIGKILL);
    }
    while_it_sleeps(function () use ($child) {
        while (pcntl_waitpid($child, $status, WNOHANG) === 0) delay(0.001);
        say('parent');
    });
    return $came === 1;
});
