<?php

namespace
{
    /**
     * uvstream 0.2.0 for IDEs and analysers. Made by tools/update_stubs; not to be run.
     *
     * Its names are in namespace Uvstream, or PHP's own in later versions. It adds settings for php.ini,
     *
     * - `uvstream.enable`: by default `1`; `0` leaves PHP untouched: nothing is taken over or replaced
     * - `uvstream.schedule`: by default `order`; for tests: `random:SEED` has ready strands run in an order that comes
     *   from the seed, a number from 1 on
     * - `uvstream.dump_signal`: by default `none`; a signal by which the process writes what its tasks do to its error
     *   log: `SIGUSR2`, `SIGRTMIN+3`, `12` ([docs/seeing.md](docs/seeing.md))
     * - `uvstream.park_libraries`: by default `libcurl,libpq,libmemcached,libldap,ftp`; the C libraries that let other
     *   tasks run while they wait ([docs/libraries.md](docs/libraries.md)); empty: none
     * - `uvstream.slow_ms`: by default `0`; so many milliseconds without letting other tasks run, and the place is in
     *   the error log, once; `0`: never
     *
     * and context options, see stream_context_create() below. It replaces these functions of PHP, with their signatures:
     *
     * - fread(): of a task that is cancelled leaves what it has taken to who reads next.
     * - fgets(): as fread(): half a line is not lost.
     * - fgetc(): as fread().
     * - stream_get_line(): as fread(): a line is not lost.
     * - fpassthru(): by several tasks is served in order.
     * - fgetcsv(): as fread(): half a record is not lost.
     * - fscanf(): as fread(): half a line is not lost.
     * - stream_copy_to_stream(): as fread(): what it has read and not written is not lost.
     * - stream_socket_server(): the error code is the system's errno, and 0 exactly when no system call on the socket
     *   failed: an error in the address, the name, the transport or an option. udp and udg need `STREAM_SERVER_BIND` as
     *   flags, else it is EOPNOTSUPP. No part of an address is cut or guessed.
     * - stream_socket_accept(): a signal ends it, as in PHP, once its handler has run. The timeout, in seconds, is by
     *   default `default_socket_timeout`. The name of a unix client without one is "". A client that has gone already is
     *   passed over. On `ssl://` and the like the TLS handshake counts in the timeout; with a timeout of 0, on a
     *   non-blocking listener and with the option `handshake` it is left to the first read or write.
     * - stream_socket_client(): the timeout covers the look-up of the name, the connect and a TLS handshake together.
     *   When TLS fails, the error message is OpenSSL's reason, and the error code 0.
     * - fsockopen(): as stream_socket_client().
     * - pfsockopen(): as stream_socket_client(). Neither hands out a persistent connection that another task waits on.
     * - stream_socket_enable_crypto(): works on unix sockets, pairs and php://fd, too.
     * - stream_select(): has no limit of 1,024 descriptors. What it throws, it throws before it waits. When it throws or
     *   returns false, the arrays are as they were.
     * - stream_get_contents(): takes fewer system calls on sockets.
     * - stream_get_transports(): lists tcp, udp, unix, udg, ext/openssl's, and what others have registered.
     * - stream_socket_pair(): makes sockets that are closed on exec.
     * - proc_open(): makes pipes and sockets whose reads and writes let other tasks run, and whose reads
     *   stream_set_timeout() limits.
     * - gzclose(): as fclose().
     * - fclose(): in a signal handler, on a stream that a call below it waits for, makes that call fail; the descriptor
     *   is closed once it has returned.
     * - sleep(): lets other tasks run meanwhile; with 0 those that are ready run once.
     * - usleep(): as sleep().
     * - time_nanosleep(): as sleep().
     * - time_sleep_until(): as sleep().
     * - dl(): has the blocking calls of the extension park, too.
     * - session_start(): one task at a time is in the functions of the session, of which there is one: others wait for
     *   it.
     * - session_commit(): as session_start().
     * - session_write_close(): as session_start().
     * - session_abort(): as session_start().
     * - session_reset(): as session_start().
     * - session_destroy(): as session_start().
     * - session_regenerate_id(): as session_start().
     * - curl_exec(): has the handle to itself: other tasks' calls that would use or change it wait until it has ended.
     * - curl_setopt(): waits while another task is in a curl_exec() of the handle.
     * - curl_setopt_array(): waits while another task is in a curl_exec() of the handle.
     * - curl_reset(): waits while another task is in a curl_exec() of the handle.
     * - curl_multi_exec(): has the multi handle to itself while a callback of it waits: as curl_exec().
     * - curl_multi_add_handle(): waits while another task is in a curl_multi_exec() of the multi handle, or a
     *   curl_exec() of the handle.
     * - curl_multi_remove_handle(): waits while another task is in a curl_multi_exec() of the multi handle.
     * - curl_multi_close(): waits while another task is in a curl_multi_exec() of the multi handle.
     * - pg_close(): closes the connection once the calls of other tasks on it are over.
     * - pg_pconnect(): waits while another task makes the same connection, and returns that.
     * - PDO::__construct(): of a persistent connection: as pg_pconnect().
     * - PDO::connect(): as PDO::__construct().
     * - PDOStatement::execute(): waits while another task executes the statement, or fetches from it.
     * - PDOStatement::fetch(): as PDOStatement::execute().
     * - PDOStatement::fetchAll(): as PDOStatement::execute().
     * - PDOStatement::fetchColumn(): as PDOStatement::execute().
     * - PDOStatement::fetchObject(): as PDOStatement::execute().
     * - PDOStatement::getColumnMeta(): as PDOStatement::execute().
     * - pcntl_fork(): leaves TLS connections to the process, parent or child, that next reads or writes them: the other
     *   one closes its copy without a word to the peer.
     * - pcntl_signal(): is remembered for the waits that stand for a blocking system call: whether that is restarted.
     * - pcntl_async_signals(): when it is on, handlers also run within a wait on a socket. Then accept, select and,
     *   where calls are not restarted, recvfrom and sendto end as in PHP; other waits go on for what is left of their
     *   time.
     * - Fiber::suspend(): in a task's own Fiber parks the task until somebody resumes it.
     * - Fiber::resume(): of a task's own Fiber wakes the task, and returns null at once.
     * - Fiber::throw(): as Fiber::resume().
     */

    /**
     * These options are for sockets; other wrappers have theirs.
     *
     * Under `socket`:
     * - `bindto`: `"ip:port"`, for clients; by default none; address and port to connect from; 0 for any
     * - `backlog`: int, for servers; by default as many as the system allows; connections that may wait to be accepted
     * - `ipv6_v6only`: bool, for servers; by default the system's; whether `[::]` leaves IPv4 out
     * - `so_reuseport`: bool, for servers; by default false; several sockets on one port
     * - `so_broadcast`: bool, for udp; by default false; sending to broadcast addresses
     * - `tcp_nodelay`: bool, for tcp; by default false; no Nagle's algorithm, also on accepted connections
     * - `so_reuseaddr`: bool, for servers; by default true; binding while old connections linger (by PHP itself only
     *   since 8.6)
     * - `so_keepalive`: bool, for tcp; by default false; keep-alive probes, also on accepted connections (by PHP itself
     *   only since 8.6)
     * - `tcp_keepidle`: int, seconds, 1–32767, for tcp; by default the system's; idle time before the first keep-alive
     *   probe (by PHP itself only since 8.6)
     * - `tcp_keepintvl`: int, seconds, 1–32767, for tcp; by default the system's; time between keep-alive probes (by
     *   PHP itself only since 8.6)
     * - `tcp_keepcnt`: int, 1–127, for tcp; by default the system's; probes before the connection is given up (by PHP
     *   itself only since 8.6)
     * - `so_linger`: int, seconds, up to 65535, for tcp; by default off; how long a close waits for unsent data; 0 or
     *   less turns it off (by PHP itself only since 8.6)
     * - `so_rcvbuf`: int, bytes, 1–2147483647, for all; by default the system's; the kernel's buffer for what comes in
     *   (by PHP itself only since 8.6)
     * - `so_sndbuf`: int, bytes, 1–2147483647, for all; by default the system's; the kernel's buffer for what goes out
     *   (by PHP itself only since 8.6)
     *
     * Under `uvstream`:
     * - `cloexec`: bool; by default true; false lets child processes inherit the descriptor (systemd-style handover); a
     *   listener then blocks in the kernel, as they expect it to
     * - `handshake`: `"eager"` or `"lazy"`, for servers with TLS; by default `"eager"`; `"lazy"`: an accept on `ssl://`
     *   and the like does not wait for the TLS handshake; the connection's first read or write does
     *
     * @param array{
     *     socket?: array{
     *         bindto?: string,
     *         backlog?: int,
     *         ipv6_v6only?: bool,
     *         so_reuseport?: bool,
     *         so_broadcast?: bool,
     *         tcp_nodelay?: bool,
     *         so_reuseaddr?: bool,
     *         so_keepalive?: bool,
     *         tcp_keepidle?: int<1, 32767>,
     *         tcp_keepintvl?: int<1, 32767>,
     *         tcp_keepcnt?: int<1, 127>,
     *         so_linger?: int,
     *         so_rcvbuf?: int<1, 2147483647>,
     *         so_sndbuf?: int<1, 2147483647>,
     *     },
     *     uvstream?: array{
     *         cloexec?: bool,
     *         handshake?: 'eager'|'lazy',
     *     },
     *     ...
     * }|null $options
     * @param array<string, mixed>|null $params
     * @return resource
     */
    function stream_context_create(?array $options = null, ?array $params = null) {}

    const STREAM_CRYPTO_STATUS_NONE = 0;
    const STREAM_CRYPTO_STATUS_WANT_READ = 1;
    const STREAM_CRYPTO_STATUS_WANT_WRITE = 2;

    /**
     * What the last TLS operation on the stream would have had to wait for: a read, a write or a handshake that found
     * nothing to do on a non-blocking stream. PHP's own since 8.6; uvstream brings it to older versions.
     *
     * @param resource $stream a TLS stream, or another one
     * @return 0|1|2 STREAM_CRYPTO_STATUS_NONE, also for a stream without TLS, STREAM_CRYPTO_STATUS_WANT_READ or
     * STREAM_CRYPTO_STATUS_WANT_WRITE
     * @see stream_socket_enable_crypto()
     * @since 0.1.0
     */
    function stream_socket_get_crypto_status($stream): int {}
}

namespace Uvstream
{
    /**
     * A function that runs beside others, made by spawn(), Group::spawn(), all() and first(). It cannot be cloned or
     * serialized.
     *
     * @template-covariant T = mixed
     * @see spawn()
     * @see Group
     * @see docs/tasks.md
     * @since 0.2.0
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
     */
    final class Group implements \Countable
    {
        private function __construct() {}

        /**
         * Makes a task of this group that calls $fn, as the function spawn() does. It starts when its creator next waits or
         * ends, and, with a limit, when fewer than the limit run. In a group that was cancelled it never does.
         *
         * @template T
         * @template A
         * @template B
         * @template C
         * @param (callable(): T)|(callable(A): T)|(callable(A, B): T)|(callable(A, B, C): T) $fn what runs in the task
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

    /**
     * Calls $fn in the caller's own strand, and returns when it and all that it spawned have ended.
     *
     * When $fn fails, the tasks that it spawned are cancelled, and its failure is thrown again once they have ended. A
     * failure of one of these tasks that nobody awaits goes to on_error(), and the others go on. In a task, run() is a root
     * of its own within the outer one. It also is where a deadlock is told, and where signal handlers run and throw.
     *
     * @template T
     * @template A
     * @template B
     * @template C
     * @param (callable(): T)|(callable(A): T)|(callable(A, B): T)|(callable(A, B, C): T) $fn what is called
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
     * @template A
     * @template B
     * @template C
     * @param (callable(): T)|(callable(A): T)|(callable(A, B): T)|(callable(A, B, C): T) $fn what runs in the task
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
}
