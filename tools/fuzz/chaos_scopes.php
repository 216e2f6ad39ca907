<?php
// What the lines of a program of tasks do with scopes and channels.
declare(strict_types=1);

use Uvstream\CancelledError;
use Uvstream\Group;
use Uvstream\TaskLocal;
use Uvstream\TimeoutException;

/** With the local changed within. */
function with(TaskLocal $local, mixed $value, callable $call): mixed
{
    $before = $local->get();
    $local->set($value);
    try {
        return $call();
    } finally {
        $local->set($before);
    }
}

function in_timeout(float $seconds, string $body): void
{
    Chaos::$ledger->timed(fn () => ends_in_time($seconds, $body));
}

function ends_in_time(float $seconds, string $body): void
{
    $until = hrtime(true) + (int) ($seconds * 1e9);
    try {
        Uvstream\timeout($seconds, fn () => play($body));
    } catch (TimeoutException $exception) {
        if (hrtime(true) < $until) Ledger::fault('a TimeoutException before its time');
    }
}

function in_shield(float $seconds, string $body): void
{
    $shielded = fn () => Uvstream\shield(fn () => ends_in_time($seconds, $body));
    with(Chaos::$shields, Chaos::$shields->get() + 1, $shielded);
}

function in_run(string $body): void
{
    $scope = Chaos::$ledger->new_scope();
    try {
        with(Chaos::$run, $scope, fn () => Uvstream\run(fn () => play($body)));
    } finally {
        Chaos::$ledger->close('run', $scope);
    }
}

function in_group(string $body, ?int $limit): void
{
    $scope = Chaos::$ledger->new_scope();
    try {
        Uvstream\group(fn (Group $group) => with(Chaos::$group, [$group, $scope], fn () => play($body)), $limit);
    } catch (Throwable $thrown) {
        throw $thrown;
    } finally {
        judge_scope($scope, $thrown ?? null);
    }
}

function judge_scope(int $scope, ?Throwable $thrown): void
{
    $ends = Chaos::$ledger->close('group', $scope);
    $failures = array_filter($ends, fn ($end) => $end instanceof Failure);
    if ($failures && $thrown === null) Ledger::fault('a group kept a failure for itself');
    for ($chain = []; $thrown !== null; $thrown = $thrown->getPrevious()) $chain[] = $thrown;
    foreach ($failures as $failure) {
        if (!in_array($failure, $chain, true)) Ledger::fault("a failure is not in its group's chain");
    }
}

function start_in_group(string $body): void
{
    [$group, $scope] = Chaos::$group->get();
    if ($group === null || !Chaos::$ledger->may_start(1)) return;
    $number = Chaos::$ledger->add_task(0, $scope);
    try {
        keep_task($group->spawn(task_of($body, $number)), $number);
    } catch (Error $error) {
        if ($error instanceof CancelledError || $error::class !== Error::class) throw $error;
        Chaos::$group->set([null, 0]); // it has ended
    }
}

function cancel_group(): void
{
    Chaos::$group->get()[0]?->cancel();
}

/** @return array<string, Closure> and the task of each */
function tasks_of(array $bodies, int $scope): array
{
    $closures = $numbers = [];
    foreach ($bodies as $i => $body) {
        $numbers["key $i"] = Chaos::$ledger->add_task(0, $scope);
        $closures["key $i"] = task_of($body, $numbers["key $i"]);
    }
    return [$closures, $numbers];
}

function in_all(array $bodies, ?int $limit): void
{
    if (!Chaos::$ledger->may_start(count($bodies))) return;
    $scope = Chaos::$ledger->new_scope();
    [$closures, $numbers] = tasks_of($bodies, $scope);
    try {
        $results = Uvstream\all($closures, $limit);
        if ($results !== $numbers) Ledger::fault('all() returned something else: ' . describe($results));
    } catch (Throwable $thrown) {
        throw $thrown;
    } finally {
        judge_scope($scope, $thrown ?? null);
    }
}

function in_first(array $bodies): void
{
    if (!Chaos::$ledger->may_start(count($bodies))) return;
    $scope = Chaos::$ledger->new_scope();
    [$closures, $numbers] = tasks_of($bodies, $scope);
    try {
        $won = Uvstream\first($closures);
        if (!in_array($won, $numbers, true) || !Chaos::$ledger->meet($won, $won)) Ledger::fault('first() returned something else');
    } finally {
        Chaos::$ledger->close('group', $scope);
    }
}

// Channels

function put(int $channel): void
{
    $id = Chaos::$ledger->offer("channel $channel", me());
    $is_sent = false;
    try {
        Chaos::$channels[$channel]->send([$id, str_repeat('v', 100)]);
        $is_sent = true;
    } finally {
        Chaos::$ledger->settle($id, $is_sent);
    }
}

function take(int $channel): void
{
    Chaos::$ledger->receive(Chaos::$channels[$channel]->receive()[0], "channel $channel", me());
}

function take_each(int $channel, int $most): void
{
    foreach (Chaos::$channels[$channel] as $i => [$id]) {
        Chaos::$ledger->receive($id, "channel $channel", me());
        if ($i >= $most) break;
    }
}

function close_channel(int $channel): void
{
    Chaos::$channels[$channel]->close();
}

/** With a channel as a lock: whoever has its value is alone. */
function locked(string $body): void
{
    Chaos::$lock->receive();
    if (Chaos::$locked++ > 0) Ledger::fault('two have one lock');
    try {
        play($body);
    } finally {
        Chaos::$locked--;
        Chaos::$lock->send(true);
    }
}
