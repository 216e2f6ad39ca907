<?php

/**
 * The functions of namespace Uvstream. tools/update_arginfo makes the declarations for C++ of it, tools/update_stubs
 * the ones for IDEs, and tools/update_reference the pages of docs/reference: a declaration stands in one line.
 *
 * @generate-class-entries
 */

namespace Uvstream;

/**
 * Calls $fn in the caller's own strand, and returns when it and all that it spawned have ended.
 *
 * When $fn fails, the tasks that it spawned are cancelled, and its failure is thrown again once they have ended. A
 * failure of one of these tasks that nobody awaits goes to on_error(), and the others go on. In a task, run() is a root
 * of its own within the outer one. It also is where a deadlock is told, and where signal handlers run and throw.
 *
 * @template T
 * @param callable(mixed...): T $fn what is called
 * @param mixed ...$args what $fn is called with
 * @return T what $fn returned
 * @throws DeadlockError when all that are left wait for each other
 * @throws CancelledError when the task that called it is cancelled, once all have ended
 * @throws \Throwable what $fn threw
 * @see spawn()
 * @see group()
 * @see docs/tasks.md
 * @since 0.2.0
 */
function run(callable $fn, mixed ...$args): mixed {}

/**
 * Makes a task that calls $fn. It starts when its creator next waits or ends, never before.
 *
 * It belongs to the innermost run() around the call, which ends after it; without one to the script, at whose end
 * it is cancelled if it still waits. It begins with its creator's values of each TaskLocal. A failure is thrown by its
 * await(); when nobody awaits it, it goes to on_error().
 *
 * @template T
 * @param callable(mixed...): T $fn what runs in the task
 * @param mixed ...$args what $fn is called with
 * @return Task<T> the task, to await or to cancel it
 * @throws \Error when there is no memory or mapping for its stack, with the name of the limit to raise, or when the
 *     script has ended
 * @see run()
 * @see group()
 * @see Task::await()
 * @see Task::cancel()
 * @since 0.2.0
 */
function spawn(callable $fn, mixed ...$args): Task {}

/**
 * Calls $fn with a new Group in the caller's own strand, and returns when it and all tasks of the group have ended.
 *
 * The first failure, of $fn or of a task, cancels the rest and is thrown again once all have ended, with further ones
 * in its chain of previous ones. A task that was cancelled counts as ended and is no failure.
 *
 * @template T
 * @param callable(Group): T $fn what spawns the tasks, by its argument
 * @param int|null $limit how many of its tasks run at a time, from 1 on; the next one starts when one of them has
 *     ended. Null: all
 * @return T what $fn returned; null where a wait of it has ended by Group::cancel()
 * @throws \ValueError when $limit is less than 1
 * @throws CancelledError when the task that called it is cancelled, once all have ended
 * @throws \Throwable the first failure
 * @see Group
 * @see all()
 * @see run()
 * @since 0.2.0
 */
function group(callable $fn, ?int $limit = null): mixed {}

/**
 * Calls each of the functions in a task of its own, and returns what they returned, under the same keys and in the same
 * order. The first failure cancels the rest and is thrown again once all have ended.
 *
 * @template K of array-key
 * @template T
 * @param iterable<K, callable(): T> $fns the functions
 * @param int|null $limit how many run at a time, from 1 on. Null: all
 * @return array<K, T> what they returned, under their keys
 * @throws \TypeError when one of them cannot be called
 * @throws \ValueError when $limit is less than 1
 * @throws CancelledError when the task that called it is cancelled, once all have ended
 * @throws \Throwable the first failure, with further ones in its chain of previous ones
 * @see first()
 * @see group()
 * @since 0.2.0
 */
function all(iterable $fns, ?int $limit = null): array {}

/**
 * Calls each of the functions in a task of its own, and returns what the first one returned that succeeded. The rest
 * are cancelled, and have ended when it returns.
 *
 * @template T
 * @param iterable<mixed, callable(): T> $fns at least one
 * @return T what that one returned
 * @throws \TypeError when one of them cannot be called
 * @throws \ValueError when there is none
 * @throws CancelledError when the task that called it is cancelled, once all have ended
 * @throws \Throwable the last failure, when all have failed, with the others in its chain of previous ones
 * @see all()
 * @see timeout()
 * @since 0.2.0
 */
function first(iterable $fns): mixed {}

/**
 * Calls $fn in the caller's own strand, with a deadline for every wait inside it, also of the groups that it opens:
 * connect, look-up, TLS handshake, read, write, accept, sleep, await, send and receive.
 *
 * When the time has passed, the wait in progress and every later one throws a CancelledError, `finally` runs, and the
 * TimeoutException surfaces here and only here. Of several deadlines around a wait the earliest counts. What has
 * arrived by then wins: a function that ends without waiting again returns its value, however late.
 *
 * @template T
 * @param float $seconds from now; 0: the first wait fails
 * @param callable(): T $fn what is called
 * @return T what $fn returned
 * @throws TimeoutException when the time has passed
 * @throws \ValueError when $seconds is negative, or not finite
 * @throws \Throwable what $fn threw
 * @see TimeoutException
 * @see shield()
 * @see Task::await()
 * @since 0.2.0
 */
function timeout(float $seconds, callable $fn): mixed {}

/**
 * Calls $fn in the caller's own strand; cancellations and the deadlines of outer timeout() wait until it has ended.
 *
 * They then come at the next wait. A timeout() inside $fn counts.
 *
 * @template T
 * @param callable(): T $fn what is called
 * @return T what $fn returned
 * @throws \Throwable what $fn threw
 * @see timeout()
 * @see Task::cancel()
 * @since 0.2.0
 */
function shield(callable $fn): mixed {}

/**
 * Waits; others run. With 0 it lets those that are ready run once.
 *
 * @param float $seconds to microseconds; 0: returns as soon as the others have run once
 * @throws CancelledError when the task is cancelled, or a deadline has passed
 * @throws \ValueError when $seconds is negative, or not finite
 * @see sleep()
 * @see timeout()
 * @since 0.2.0
 */
function delay(float $seconds): void {}

/**
 * Sets what is called with a failure that nobody awaits, once for each, and with the task that failed.
 *
 * By default, and with null, it is reported as an uncaught exception with its trace, and the others go on. A
 * CancelledError of a task that was cancelled is no failure.
 *
 * @param (callable(\Throwable, Task): void)|null $fn what is called
 * @return (callable(\Throwable, Task): void)|null what was set before
 * @see Task::await()
 * @see spawn()
 * @since 0.2.0
 */
function on_error(?callable $fn): ?callable {}

/**
 * Sets what waits in a Fiber that is no task, one of a script's or a framework's own, where a stream would hold up all
 * of its task, or {main}: reading, writing, accepting, connecting and a TLS handshake, also below a C client as mysqli.
 *
 * Mostly it has an event loop watch the stream, and suspends the Fiber until that, or the time, has come. It returns
 * whether the stream became ready; false is a timeout. What it throws ends the wait, and surfaces in the call that
 * waited. It may be called several times for one call. In {main} and in tasks it is not called, nor for a wait of its
 * own, nor where a Fiber cannot be suspended: in an output callback, a signal's handler, a Fiber that is being destroyed
 * and, before PHP 8.4, a destructor. stream_select(), sleep() and look-ups of names wait as without it.
 *
 * The stream is lent for the wait: one of a C client is closed to the function afterwards. When another Fiber closes it
 * meanwhile, it is shut down, and so becomes ready; the call fails. (Not a pipe, nor a listener that a fork may have as
 * well: there the call fails once this returns.) Fibers that read from one stream get what comes when
 * it is their turn to run; a second one in a C client's connection gets an Error. Behind a task that reads from the
 * same stream it waits as without this.
 *
 * @param (callable(resource, Readiness, float|null): bool)|null $handler with the stream, what is waited for, and how
 *     many seconds at most, null for no limit. Null: these waits hold up their task, or {main}, as on stock PHP
 * @return (callable(resource, Readiness, float|null): bool)|null what was set before
 * @see Readiness
 * @see docs/tasks.md#fibers
 * @since 0.2.0
 */
function set_wait_handler(?callable $handler): ?callable {}

/**
 * The tasks that have not ended, in the order in which they were made. Also one that isDone(), as long as on_error()'s
 * function or its last destructors still run in it; its scope waits for these, too.
 *
 * @return list<Task> them
 * @see dump()
 * @see stats()
 * @since 0.2.0
 */
function tasks(): array {}

/**
 * What {main} and all tasks do, in words for people: a line for each, below the strand that has opened the scope that it
 * belongs to. It says what each waits for, where (file and line), since when, and who has that.
 *
 * bin/uvstream-ps asks another process for the same text, and uvstream.dump_signal has it written to the error log.
 *
 * @return string the text, of as many lines as there are strands
 * @see tasks()
 * @see Task::where()
 * @see docs/seeing.md
 * @since 0.2.0
 */
function dump(): string {}

/**
 * Numbers for monitoring, since the request began. Later versions may have more of them.
 *
 * - `tasks`: tasks that have not ended
 * - `spawned`, `ended`: tasks that were made, and that have ended
 * - `switches`: from one strand to another
 * - `waits`: calls that could not go on at once
 * - `waits_in_place`: those of them that blocked the others, too, because switching was not possible there
 * - `stacks`, `stacks_pooled`: C stacks that are mapped, and those of them that no task has
 * - `strands_ready`: strands that could go on now
 * - `turns`: passes of the event loop
 * - `failed`, `cancelled`: tasks that have ended so
 * - `seconds_in_place`: how long waits have blocked the others
 * - `timers`, `timer_lag`, `timer_lag_longest`: strands that were woken since their time had come, and by how many seconds
 *   all of them, and the latest one, came late
 * - `accepted`, `accept_pauses`: connections, and pauses of who accepts since no descriptor was free
 * - `handshakes_failed`: of TLS
 * - `lookups`, `jobs`: names that are being looked up, and all calls that threads make meanwhile
 *
 * @return array{
 *     tasks: int, spawned: int, ended: int, switches: int, waits: int, waits_in_place: int, stacks: int,
 *     stacks_pooled: int, strands_ready: int, turns: int, failed: int, cancelled: int, seconds_in_place: float,
 *     timers: int, timer_lag: float, timer_lag_longest: float, accepted: int, accept_pauses: int,
 *     handshakes_failed: int, lookups: int, jobs: int, ...
 * } these numbers
 * @see metrics()
 * @see dump()
 * @since 0.2.0
 */
function stats(): array {}

/**
 * The same, and what the tasks wait for, as OpenMetrics text, for Prometheus and whoever else reads that: to be served as
 * `application/openmetrics-text; version=1.0.0; charset=utf-8`.
 *
 * @param bool $open false: in Prometheus' own format of before, `text/plain; version=0.0.4`
 * @return string the text
 * @see stats()
 * @see docs/seeing.md
 * @since 0.2.0
 */
function metrics(bool $open = true): string {}
