<?php
declare(strict_types=1);

namespace Uvstream\Revolt;

use Revolt\EventLoop\Suspension;
use Uvstream\Selection;

/**
 * {main}'s, which drives the loop while it is suspended: who resumes it out of a task wakes the loop.
 *
 * @template T
 * @implements Suspension<T>
 */
final class MainSuspension implements Suspension
{
    /** @param Suspension<T> $suspension */
    public function __construct(private readonly Suspension $suspension, private readonly Selection $selection) {}

    public function resume(mixed $value = null): void
    {
        $this->suspension->resume($value);
        $this->selection->wake();
    }

    public function suspend(): mixed
    {
        return $this->suspension->suspend();
    }

    public function throw(\Throwable $throwable): void
    {
        $this->suspension->throw($throwable);
        $this->selection->wake();
    }
}
