<?php
// What a C library's waits are to do in tasks, whichever library it is.
declare(strict_types=1);
require_once __DIR__ . '/services.php';
require_once __DIR__ . '/holding_proxy.php';

use Uvstream\{CancelledError, TimeoutException};
use function Uvstream\{delay, run, spawn, timeout};

/**
 * Clients of a C library's in tasks. $ask($client, $i) asks the server for something of which $answer($i) is the answer.
 * $close($client) closes its connection. @param callable(int): object $connect of a port @param callable(object, int): mixed $ask
 */
function library_waits(int $server, callable $connect, callable $ask, callable $answer, callable $close, int $count): bool
{
    return run(function () use ($server, $connect, $ask, $answer, $close, $count) {
        $proxy = new HoldingProxy($server);
        $clients = [];
        for ($i = 0; $i < $count; $i++) {
            $clients[] = $client = $connect($proxy->port);
            $ask($client, $i); // some connect no sooner
        }
        $all = ends_in_any_order($proxy, $clients, $ask, $answer)
            & ends_when_told($proxy, $clients[0], $ask, $answer, fn ($asks) => is_cancelled($proxy, $asks))
            & ends_when_told($proxy, $clients[1], $ask, $answer, fn ($asks) => is_out_of_time($asks))
            & is_used_in_turn($proxy, $clients[2], $ask, $answer)
            & is_closed_in_turn($proxy, $clients[2], $ask, $answer, $close)
            & sees_the_end($proxy, 3, $clients[3], $ask, $connect);
        $all &= holds('no wait stopped the others', Uvstream\stats()['waits_in_place'] === 0);
        $proxy->close();
        return $all === 1;
    });
}

function ends_in_any_order(HoldingProxy $proxy, array $clients, callable $ask, callable $answer): int
{
    $proxy->hold();
    $tasks = array_map(fn ($client, $i) => spawn(fn () => $ask($client, $i)), $clients, array_keys($clients));
    $proxy->await(count($clients));
    $right = 0;
    foreach (array_reverse($tasks, true) as $i => $task) { // each ends by its own answer, while those before it wait
        $proxy->release($i);
        $right += (int) ($task->await(20) === $answer($i) && ($i === 0 || !$tasks[$i - 1]->isDone()));
    }
    $proxy->release();
    return (int) holds(count($clients) . ' calls at once end in another order than they began', $right === count($clients));
}

function is_cancelled(HoldingProxy $proxy, callable $asks): bool
{
    $task = spawn($asks);
    $proxy->await(1);
    $task->cancel();
    try {
        $task->await(20);
    } catch (CancelledError) {
        return holds('a call that is cancelled ends', true);
    }
    return holds('a call that is cancelled ends', false);
}

function is_out_of_time(callable $asks): bool
{
    try {
        timeout(0.05, $asks);
    } catch (TimeoutException) {
        return holds('a call that is out of time ends', true);
    }
    return holds('a call that is out of time ends', false);
}

/** And nobody gets the answer that comes later. */
function ends_when_told(HoldingProxy $proxy, object $client, callable $ask, callable $answer, callable $end): int
{
    $proxy->hold();
    $has_ended = $end(fn () => @$ask($client, 1));
    $proxy->release();
    $what = [];
    for ($i = 5; $i < 8; $i++) {
        $got = answer_or_failure(fn () => @$ask($client, $i));
        $what[$got === $answer($i) ? 'the next call is right' : ($got === false ? 'the next call fails' : 'WRONG: ' . json_encode($got))] = true;
    }
    echo implode(', ', array_keys($what)), "\n";
    return (int) ($has_ended && count($what) === 1 && !str_starts_with(key($what), 'WRONG'));
}

/** False for an exception, or false. */
function answer_or_failure(callable $asks): mixed
{
    try {
        return $asks();
    } catch (Exception | Error $e) {
        return $e instanceof CancelledError ? throw $e : false;
    }
}

/** Two tasks with one client: the second waits until the first has its answer. */
function is_used_in_turn(HoldingProxy $proxy, object $client, callable $ask, callable $answer): int
{
    $proxy->hold();
    $first = spawn(fn () => $ask($client, 1));
    $proxy->await(1);
    $second = spawn(fn () => $ask($client, 2));
    delay(0);
    $waits = !$second->isDone();
    $proxy->release();
    $right = [$first->await(20), $second->await(20)] === [$answer(1), $answer(2)];
    return (int) holds('a second task with the same client waits for its turn', $waits && $right);
}

/** One that closes the connection, which another waits on. */
function is_closed_in_turn(HoldingProxy $proxy, object $client, callable $ask, callable $answer, callable $close): int
{
    $proxy->hold();
    $first = spawn(fn () => answer_or_failure(fn () => @$ask($client, 1)));
    $proxy->await(1);
    $closed = spawn(fn () => $close($client));
    delay(0);
    $waits = !$closed->isDone();
    $proxy->release();
    $closed->await(20);
    return (int) holds('and who closes it, too', $waits && in_array($first->await(20), [$answer(1), false], true));
}

function sees_the_end(HoldingProxy $proxy, int $n, object $client, callable $ask, callable $connect): int
{
    $proxy->hold();
    $task = spawn(fn () => answer_or_failure(fn () => @$ask($client, 1)));
    $proxy->await(1);
    $proxy->hangUp($n);
    $fails = holds('it fails when the server hangs up', $task->await(20) === false);
    $proxy->release();
    $nobody = free_port();
    $refused = spawn(fn () => answer_or_failure(fn () => @$ask($connect($nobody), 1)))->await(20);
    return (int) ($fails & (int) holds('and where nobody listens', $refused === false));
}
