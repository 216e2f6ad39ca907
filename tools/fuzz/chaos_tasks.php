<?php
// What the lines of a program of tasks do: tasks and their waits. (Scopes and channels are in
// chaos_scopes.php, streams in chaos_streams.php.)
declare(strict_types=1);

use Uvstream\CancelledError;
use Uvstream\Channel;
use Uvstream\ClosedException;
use Uvstream\DeadlockError;
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
