<?php
// What the lines of a program of tasks do: tasks, scopes and channels. The streams are in chaos_streams.php.
declare(strict_types=1);

use Uvstream\CancelledError;
use Uvstream\Channel;
use Uvstream\ClosedException;
use Uvstream\DeadlockError;
use Uvstream\Group;
use Uvstream\Task;
use Uvstream\TaskLocal;
use Uvstream\TimeoutException;

final class Failure extends Exception
{
}

/** What the lines of a round share. */
final class Chaos
{
    private const CAPACITIES = [0, 0, 1, 2, 7];
    public static Ledger $ledger;
    /** @var array<string, list<string>> */
    public static array $bodies;
    /** @var list<Channel> */
    public static array $channels;
    /** With one value, which whoever has it gives back. */
    public static Channel $lock;
    public static int $locked; // who has it
    /** @var array<int, array{Task, int}> */
    public static array $tasks;
    public static bool $has_ended = false; // the script
    public static TaskLocal $me, $run, $group, $shields;

    public static function begin(array $program): void
    {
        self::$ledger = new Ledger($program['chaos']['bounded']);
        self::$bodies = $program['deeds'];
        self::$channels = array_map(fn ($capacity) => new Channel($capacity), self::CAPACITIES);
        self::$lock = new Channel(1);
        self::$lock->send(true);
        self::$locked = 0;
        self::$tasks = [];
        foreach (['me', 'run', 'shields'] as $name) self::$$name = new TaskLocal(0);
        self::$group = new TaskLocal([null, 0]);
    }

    /** Nothing of the round is kept. */
    public static function end(): void
    {
        self::begin(['deeds' => [], 'chaos' => ['bounded' => true]]);
    }
}

function me(): int
{
    return Chaos::$me->get();
}

/** The lines of a body, in the strand that calls it. */
function play(string $body): void
{
    play_lines(Chaos::$bodies[$body] ?? [], $body);
}

function play_lines(array $lines, string $kind): void
{
    $me = me();
    foreach ($lines as $line) {
        if (!Chaos::$ledger->may_go_on()) return;
        try {
            compiled($line)();
        } catch (CancelledError $error) {
            if (!str_starts_with($kind, 'stubborn')) throw $error;
        } catch (ClosedException | TimeoutException | Failure $failure) {
            if ($line === 'fail()' || str_starts_with($kind, 'brittle')) throw $failure;
        } catch (DeadlockError $error) {
            Chaos::$ledger->deadlocked($error, str_starts_with($line, 'in_'));
            throw $error;
        } catch (Throwable $error) {
            if (Chaos::$has_ended && str_contains($error->getMessage(), 'the script has ended')) return;
            Ledger::fault("$line: " . describe_exception($error));
        }
        if (me() !== $me) Ledger::fault('a TaskLocal is of another task');
    }
}

/** (Once for each line: what eval() compiles stays.) */
function compiled(string $line): Closure
{
    static $known = [];
    return $known[$line] ??= eval("return static fn () => $line;");
}

/** What a task calls. */
function task_of(string $body, int $task): Closure
{
    $creator = me();
    return function () use ($body, $task, $creator): int {
        if (me() !== $creator) Ledger::fault("a TaskLocal is not the creator's");
        Chaos::$me->set($task);
        Chaos::$shields->set(0);
        Chaos::$ledger->begin($task);
        $end = $task;
        try {
            play($body);
            return $task;
        } catch (Throwable $end) {
            throw $end;
        } finally {
            Chaos::$ledger->end($task, $end);
        }
    };
}

function keep_task(Task $task, int $number): void
{
    $task->name = "task $number";
    Chaos::$tasks[$number % 8] = [$task, $number];
}

function start(string $body): void
{
    if (!Chaos::$ledger->may_start(1)) return;
    $number = Chaos::$ledger->add_task(Chaos::$run->get(), 0);
    keep_task(Uvstream\spawn(task_of($body, $number)), $number);
}

function await(int $slot, ?float $seconds = null): void
{
    [$task, $number] = Chaos::$tasks[$slot] ?? [null, 0];
    if ($number === me() || $task === null) return;
    try {
        $end = $seconds === null ? $task->await() : Chaos::$ledger->timed(fn () => $task->await($seconds));
        if (!Chaos::$ledger->meet($number, $end)) Ledger::fault('await() returned something else');
    } catch (Throwable $error) {
        $is_its = $task->isDone() && Chaos::$ledger->meet($number, $error);
        if ($is_its || ($error instanceof TimeoutException && $seconds !== null)) return;
        if ($error instanceof Failure) Ledger::fault('await() threw something else');
        throw $error;
    }
}

function cancel(int $slot): void
{
    [$task, $number] = Chaos::$tasks[$slot] ?? [null, 0];
    if ($task === null) return;
    Chaos::$ledger->cancel($number);
    $task->cancel();
    if (!Chaos::$ledger->has_begun($number) && !$task->isDone()) Ledger::fault('cancelled before it began, and not done');
}

function forget(int $slot): void
{
    unset(Chaos::$tasks[$slot]);
}

function fail(): never
{
    throw new Failure('of ' . me());
}

/** The task's own cancellation, from before the wait on, must have ended it. */
function must_end(callable $wait): void
{
    $was_cancelled = Chaos::$ledger->is_cancelled(me()) && Chaos::$shields->get() === 0;
    Chaos::$ledger->timed($wait);
    if ($was_cancelled) Ledger::fault('a wait of a cancelled task did not fail');
}

function pause(float $seconds): void
{
    must_end(fn () => Uvstream\delay($seconds));
}

function doze(float $seconds): void
{
    Chaos::$ledger->timed(fn () => usleep((int) ($seconds * 1e6)));
}

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
    $until = hrtime(true) + (int) ($seconds * 1e9);
    try {
        Chaos::$ledger->timed(fn () => Uvstream\timeout($seconds, fn () => play($body)));
    } catch (TimeoutException $exception) {
        if (hrtime(true) < $until) Ledger::fault('a TimeoutException before its time');
    }
}

function in_shield(float $seconds, string $body): void
{
    $shielded = fn () => Uvstream\timeout($seconds, fn () => play($body));
    with(Chaos::$shields, Chaos::$shields->get() + 1, fn () => Uvstream\shield($shielded));
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
