<?php
// The model: what a round of a program has sent, received, begun and ended, and what must follow from that.
declare(strict_types=1);

final class Ledger
{
    private const MOST_TASKS = 200, MOST_DEEDS = 1500; // of one round

    public int $deeds = 0;
    public int $timed = 0; // strands that wait for what comes by itself: a time, or a descriptor
    /** @var list<array{place: string, by: int, state: string, is_received: bool}> */
    private array $values = [];
    /** @var array<string, int> the last value that a strand has had from another through a place */
    private array $last = [];
    /** @var array<string, true> places that were closed with what was in them */
    private array $lossy = [];
    /** @var list<array{state: string, run: int, group: int, is_cancelled: bool, is_awaited: bool, reports: int, end: mixed}> */
    private array $tasks = [];
    private int $scopes = 0;
    /** @var array<int, Throwable> */
    private array $seen = [];

    public function __construct(private bool $is_bounded)
    {
        $this->add_task(0, 0); // {main}, which is no task
        $this->begin(0);
    }

    public static function fault(string $what): void
    {
        Trace::line("fault: $what");
    }

    public function may_go_on(): bool
    {
        return ++$this->deeds < self::MOST_DEEDS;
    }

    public function may_start(int $more): bool
    {
        return count($this->tasks) + $more < self::MOST_TASKS;
    }

    /** What waits until something comes by itself. */
    public function timed(callable $wait): mixed
    {
        $this->timed++;
        try {
            return $wait();
        } finally {
            $this->timed--;
        }
    }

    public function new_scope(): int
    {
        return ++$this->scopes;
    }

    // Values

    public function offer(string $place, int $by): int
    {
        $this->values[] = ['place' => $place, 'by' => $by, 'state' => 'offered', 'is_received' => false];
        return count($this->values) - 1;
    }

    public function settle(int $id, bool $is_sent): void
    {
        $this->values[$id]['state'] = $is_sent ? 'sent' : 'refused';
        if (!$is_sent && $this->values[$id]['is_received']) self::fault("received, though refused to its sender, {$this->place($id)}");
    }

    public function receive(int $id, string $place, int $by): void
    {
        $value = $this->values[$id] ?? null;
        if ($value === null || $value['place'] !== $place) {
            self::fault("a value of another place, $place");
            return;
        }
        if ($value['is_received']) self::fault("received twice, {$this->place($id)}");
        if ($value['state'] === 'refused') self::fault("received, though refused to its sender, {$this->place($id)}");
        $this->values[$id]['is_received'] = true;
        $way = "$place $by $value[by]";
        if (($this->last[$way] ?? -1) > $id) self::fault("out of order, {$this->place($id)}");
        $this->last[$way] = $id;
    }

    public function excuse(string $place): void
    {
        $this->lossy[$place] = true;
    }

    private function place(int $id): string
    {
        return $this->values[$id]['place'];
    }

    // Tasks

    public function add_task(int $run, int $group): int
    {
        $this->tasks[] = ['state' => 'made', 'run' => $run, 'group' => $group, 'is_cancelled' => false, 'is_awaited' => false,
            'reports' => 0, 'end' => null];
        return count($this->tasks) - 1;
    }

    public function begin(int $task): void
    {
        if ($this->tasks[$task]['state'] !== 'made') self::fault('a task began again or after its end');
        if ($this->tasks[$task]['is_cancelled']) self::fault('a task began, though cancelled before');
        $this->tasks[$task]['state'] = 'begun';
    }

    /** @param mixed $end what it returns, or throws */
    public function end(int $task, mixed $end): void
    {
        if ($this->tasks[$task]['state'] !== 'begun') self::fault('a task ended twice');
        $this->tasks[$task] = ['state' => 'ended', 'end' => $end] + $this->tasks[$task];
    }

    public function has_begun(int $task): bool
    {
        return $this->tasks[$task]['state'] !== 'made';
    }

    public function cancel(int $task): void
    {
        if ($this->tasks[$task]['state'] !== 'ended') $this->tasks[$task]['is_cancelled'] = true;
    }

    public function is_cancelled(int $task): bool
    {
        return $this->tasks[$task]['is_cancelled'];
    }

    /** Somebody has had its end: the same for all who ask. False where this is no end of it. */
    public function meet(int $task, mixed $end): bool
    {
        $its = &$this->tasks[$task];
        if ($its['state'] === 'made' && $end instanceof Uvstream\CancelledError) { // it never began
            $its['state'] = 'ended';
            $its['end'] = $end;
        }
        if ($its['state'] !== 'ended' || $its['end'] !== $end) return false;
        return $its['is_awaited'] = true;
    }

    public function report(int $task, Throwable $failure): void
    {
        if ($this->tasks[$task]['end'] !== $failure) self::fault('a failure was reported of another task');
        if (++$this->tasks[$task]['reports'] > 1) self::fault('a failure was reported twice');
    }

    /** Those of a run() or group() that has returned. @return list<mixed> how they ended */
    public function close(string $kind, int $scope): array
    {
        $its = array_filter($this->tasks, fn ($task) => $task[$kind] === $scope);
        if (in_array('begun', array_column($its, 'state'), true)) self::fault("a $kind returned before its tasks");
        return array_column($its, 'end');
    }

    /** (Out of a scope it comes when those in it have ended: others may have gone on by then.) */
    public function deadlocked(Uvstream\DeadlockError $error, bool $is_out_of_scope): void
    {
        if (isset($this->seen[spl_object_id($error)])) return;
        $this->seen[spl_object_id($error)] = $error;
        if ($this->is_bounded || (!$is_out_of_scope && $this->timed > 0)) self::fault('a deadlock where somebody will wake');
        if (!str_contains($error->getMessage(), 'chaos')) self::fault('a deadlock that does not say where');
    }

    /** After the last one. */
    public function sum_up(): void
    {
        foreach ($this->values as $value) {
            if ($value['state'] === 'offered') self::fault("a sender was told nothing, $value[place]");
            if ($value['state'] !== 'sent' || $value['is_received'] || isset($this->lossy[$value['place']])) continue;
            self::fault("lost, $value[place]");
        }
        foreach ($this->tasks as $i => $task) {
            if ($task['state'] === 'begun' && $i > 0) self::fault('a task did not end');
            $is_failed = $task['end'] instanceof Failure && $task['group'] === 0 && $i > 0;
            if ($is_failed && $task['is_awaited'] === $task['reports'] > 0) {
                self::fault($task['is_awaited'] ? 'a failure was awaited and reported' : 'a failure was not reported');
            }
        }
    }
}
