<?php
// Runs one program of tasks in this process, a few rounds of it: each begins with nothing, and leaves nothing behind.
declare(strict_types=1);
require_once __DIR__ . '/trace.php';
require_once __DIR__ . '/chaos_ledger.php';
require_once __DIR__ . '/chaos_tasks.php';
require_once __DIR__ . '/chaos_scopes.php';
require_once __DIR__ . '/chaos_streams.php';

const ROUNDS = 5;

/** At the script's end, after the last task: its destructor says that all have ended. */
final class ScriptEnd
{
    private int $begun = 0, $ended = 0;

    public function leave(string $body): void
    {
        Uvstream\spawn(function () use ($body) {
            $this->begun++;
            Chaos::$me->set(Chaos::$ledger->add_task(0, 0));
            try {
                play($body);
                Uvstream\delay(1000);
            } finally {
                $this->ended++;
            }
        });
    }

    public function __destruct()
    {
        if ($this->begun !== $this->ended) Ledger::fault("the script's end left a task");
        if (Uvstream\tasks() !== []) Ledger::fault("tasks after the script's end");
        Trace::line('end');
    }
}

/** Steps on in the order that uvstream.schedule=random:SEED makes: each program has its own. */
function stir(int $steps): void
{
    Uvstream\run(function () use ($steps) {
        $task = Uvstream\spawn(function () use ($steps) {
            for ($i = 0; $i < $steps; $i++) Uvstream\delay(0);
        });
        for ($i = 0; $i < $steps && !$task->isDone(); $i++) Uvstream\delay(0);
    });
}

/** The lines of {main}, within what bounds them. */
function play_main(array $program): void
{
    ['bounded' => $is_bounded, 'rooted' => $is_rooted] = $program['chaos'];
    $play = fn () => play_lines($program['strands'][0], 'main');
    $within = $is_rooted ? fn () => Uvstream\run($play) : $play;
    try {
        $is_bounded ? Uvstream\timeout(0.1, $within) : $within();
    } catch (Uvstream\TimeoutException | Uvstream\DeadlockError | Uvstream\CancelledError | Failure) {
    }
    if (!$is_rooted) {
        while ($tasks = Uvstream\tasks()) { // (A stubborn one goes on, and may make others.)
            foreach ($tasks as $task) $task->cancel();
            Uvstream\delay(0.001);
        }
    }
}

/** How many lines it has played. */
function play_round(array $program): int
{
    Chaos::begin($program);
    Streams::begin();
    Uvstream\on_error(function (Throwable $failure, Uvstream\Task $task) {
        if ($failure instanceof Failure && $task->name !== '') Chaos::$ledger->report((int) substr($task->name, 5), $failure);
    });
    play_main($program);
    if (Uvstream\tasks() !== []) Ledger::fault('tasks after run()');
    Streams::drain();
    foreach (Chaos::$channels as $i => $channel) {
        $channel->close();
        foreach ($channel as [$id]) Chaos::$ledger->receive($id, "channel $i", 0);
    }
    if (count(Chaos::$lock) !== 1) Ledger::fault('a lock was lost');
    Chaos::$tasks = [];
    gc_collect_cycles();
    Chaos::$ledger->sum_up();
    $deeds = Chaos::$ledger->deeds;
    Chaos::end();
    Streams::end();
    gc_collect_cycles();
    return $deeds;
}

/** What a round leaves. @return array<string, int> */
function left_over(): array
{
    $stats = Uvstream\stats();
    return ['memory' => memory_get_usage(), 'descriptors' => count(scandir('/proc/self/fd')), 'stacks' => $stats['stacks'],
        'tasks' => $stats['tasks'], 'stacks in use' => $stats['stacks'] - $stats['stacks_pooled'], 'ready' => $stats['strands_ready']];
}

function run_chaos(array $program): void
{
    error_reporting(E_ALL);
    set_error_handler(function (int $kind, string $message) {
        if (error_reporting() & $kind) Ledger::fault("warning: $message");
        return true;
    });
    ini_set('zend.exception_ignore_args', '1');
    ini_set('memory_limit', '256M');
    global $script_end;
    $script_end = new ScriptEnd();
    array_map('compiled', array_merge($program['strands'][0], ...array_values($program['deeds'])));
    stir($program['chaos']['steps']);
    $deeds = 0;
    for ($i = 0; $i < ROUNDS; $i++) $left[] = left_over(); // (room for what comes)
    for ($round = 0; $round < ROUNDS; $round++) {
        $deeds += play_round($program);
        $left[$round] = left_over();
        foreach (['tasks', 'stacks in use', 'ready'] as $what) if ($left[$round][$what] !== 0) Ledger::fault("left over: $what");
    }
    check_growth($left);
    Trace::line("did $deeds");
    if ($program['chaos']['leaves']) {
        Chaos::begin($program);
        Streams::begin();
        foreach (array_keys($program['deeds']) as $body) $script_end->leave($body);
        Uvstream\delay(0.001);
        Chaos::$has_ended = true;
    }
}

/** What grows with each round is lost. (A stack keeps the first page of its VM stack.) */
function check_growth(array $left): void
{
    for ($i = 2, $grown = ['memory' => [], 'descriptors' => []]; $i < ROUNDS; $i++) {
        foreach (array_keys($grown) as $what) $grown[$what][] = $left[$i][$what] - $left[$i - 1][$what];
    }
    if ($left[1]['stacks'] !== end($left)['stacks']) unset($grown['memory']);
    foreach ($grown as $what => $steps) {
        if (min($steps) > 0) Ledger::fault("each round leaves more $what: " . implode(', ', $steps));
    }
}
