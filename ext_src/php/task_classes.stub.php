<?php

/**
 * The classes of namespace Uvstream. tools/update_arginfo makes the declarations for C++ of it, tools/update_stubs the
 * ones for IDEs, and tools/update_reference the pages of docs/reference: a declaration stands in one line.
 *
 * @generate-class-entries
 */

namespace Uvstream;

/**
 * A function that runs beside others, made by spawn(), Group::spawn(), all() and first(). It cannot be cloned or
 * serialized.
 *
 * @template-covariant T = mixed
 * @see spawn()
 * @see Group
 * @see docs/tasks.md
 * @since 0.2.0
 * @strict-properties
 * @not-serializable
 */
final class Task
{
    /** A name for people: it stands in where(), in the text of a DeadlockError and in reports. "" for none. */
    public string $name = "";

    private function __construct() {}

    /** The task in which the caller runs; null in {main}. */
    public static function current(): ?Task {}

    /**
     * Waits until the task has ended, and returns what its function returned. Awaiting again gives the same value, or
     * throws the same error.
     *
     * @param float|null $seconds how long to wait at most, which cancels nothing; 0: the others run once. Null: without
     *     limit
     * @return T what its function returned
     * @throws TimeoutException when the time has passed
     * @throws CancelledError when the task was cancelled; or when the one that awaits is, or a deadline of that one has
     *     passed
     * @throws DeadlockError in {main} and in the strand of the innermost run(), when all wait for each other
     * @throws \ValueError when $seconds is negative, or not finite
     * @throws \Throwable what its function threw
     */
    public function await(?float $seconds = null): mixed {}

    /**
     * Cancels the task: the wait in progress and every later one throws a CancelledError until it ends, and `finally`
     * runs. What has arrived already is not lost. One that has not started never does.
     *
     * A second cancel changes nothing, nor does that of a task that has ended.
     *
     * @param string|null $message the text of the CancelledError. Null: a general one
     */
    public function cancel(?string $message = null): void {}

    /** Whether the task has ended: returned, failed or cancelled. */
    public function isDone(): bool {}

    /**
     * What the task waits for and where, with file and line, in words for people; or that it is ready, runs or has
     * ended.
     */
    public function where(): string {}
}

/**
 * Tasks that end together, made by group(). It cannot be cloned or serialized.
 *
 * @see group()
 * @see Task
 * @since 0.2.0
 * @strict-properties
 * @not-serializable
 */
final class Group implements \Countable
{
    private function __construct() {}

    /**
     * Makes a task of this group that calls $fn, as the function spawn() does. It starts when its creator next waits or
     * ends, and, with a limit, when fewer than the limit run. In a group that was cancelled it never does.
     *
     * @template T
     * @param callable(mixed...): T $fn what runs in the task
     * @param mixed ...$args what $fn is called with
     * @return Task<T> the task
     * @throws \Error when the group has ended, or for a reason of the function spawn()
     */
    public function spawn(callable $fn, mixed ...$args): Task {}

    /**
     * Cancels all tasks of the group, and the function that group() called.
     *
     * @param string|null $message the text of the CancelledError. Null: a general one
     */
    public function cancel(?string $message = null): void {}

    /** How many tasks of the group have not ended. */
    public function count(): int {}
}

/**
 * A line of values from those who send to those who receive; first come, first served. With a capacity it also serves
 * as a pool, a semaphore or a mutex. Iterating it receives until it is closed and empty; keys count from 0. It cannot
 * be cloned or serialized.
 *
 * @template T = mixed
 * @implements \IteratorAggregate<int, T>
 * @see ClosedException
 * @see docs/tasks.md
 * @since 0.2.0
 * @strict-properties
 * @not-serializable
 */
final class Channel implements \IteratorAggregate, \Countable
{
    /**
     * @param int $capacity how many values it holds for those who come to receive; 0: send() waits for one
     * @throws \ValueError when $capacity is negative
     */
    public function __construct(int $capacity = 0) {}

    /**
     * Sends a value, null as well. Waits while the channel is full.
     *
     * @param T $value what one receive() takes
     * @throws ClosedException when the channel is closed, or is while this waits
     * @throws CancelledError when the task is cancelled, or a deadline has passed; the value then was not sent
     */
    public function send(mixed $value): void {}

    /**
     * Takes the next value. Waits while there is none.
     *
     * @return T the value
     * @throws ClosedException when the channel is closed and empty
     * @throws CancelledError when the task is cancelled, or a deadline has passed; nothing then was taken
     */
    public function receive(): mixed {}

    /**
     * Closes the channel: what it holds can still be received, those who wait to send or to receive fail. Closing again
     * changes nothing.
     */
    public function close(): void {}

    /** Whether close() was called. */
    public function isClosed(): bool {}

    /** How many values it holds; those of senders who wait do not count. */
    public function count(): int {}

    /**
     * For foreach, which receives until the channel is closed and empty.
     *
     * @return \Iterator<int, T> an iterator, for one foreach
     */
    public function getIterator(): \Iterator {}
}

/**
 * A variable of which each task, and {main}, has its own value. A task starts with its creator's values; later changes
 * stay its own. It cannot be cloned or serialized.
 *
 * @template T = mixed
 * @see spawn()
 * @since 0.2.0
 * @strict-properties
 * @not-serializable
 */
final class TaskLocal
{
    /** @param T $default the value of who has set none and began with none */
    public function __construct(mixed $default = null) {}

    /**
     * The value of the strand that asks.
     *
     * @return T the value
     */
    public function get(): mixed {}

    /**
     * Sets the value of the strand that asks, and of the tasks that it makes from now on.
     *
     * @param T $value the value
     */
    public function set(mixed $value): void {}
}

/**
 * Why a task was cancelled.
 *
 * @see CancelledError
 * @since 0.2.0
 */
enum CancelReason
{
    /** cancel() was called. */
    case Requested;
    /** Another task of the same scope failed, or its function. */
    case Failure;
    /** The scope's deadline has passed. */
    case Deadline;
    /** The script ends. */
    case Shutdown;
}

/**
 * What every wait of a cancelled task throws, and within timeout() every wait once the time has passed. An Error, so
 * that `catch (Exception)` does not take it.
 *
 * @see CancelReason
 * @see Task::cancel()
 * @see docs/tasks.md#cancellation
 * @since 0.2.0
 */
class CancelledError extends \Error
{
    /** Why the task was cancelled. */
    public CancelReason $reason;
}

/**
 * All strands wait for each other. Thrown in {main}, or in the strand of the innermost run(); the text says of each who
 * waits for what, where, and who holds it.
 *
 * @see run()
 * @see Task::await()
 * @see dump()
 * @since 0.2.0
 */
class DeadlockError extends \Error
{
}

/**
 * The time of timeout() or Task::await() has passed.
 *
 * @see timeout()
 * @see Task::await()
 * @since 0.2.0
 */
class TimeoutException extends \RuntimeException
{
}

/**
 * The channel is closed.
 *
 * @see Channel::close()
 * @since 0.2.0
 */
class ClosedException extends \RuntimeException
{
}

/**
 * What a stream is waited for, as set_wait_handler()'s function is told.
 *
 * @see set_wait_handler()
 * @since 0.2.0
 */
enum Readiness
{
    /** That a read, or an accept, would not wait. */
    case Readable;
    /** That a write would not wait, or that a connect is over. */
    case Writable;
}
