<?php
// A fault in the tested process: fault_shim.c is preloaded there.
declare(strict_types=1);

function shim(): FFI
{
    static $shim = null;
    return $shim ??= FFI::cdef('
        void fault_arm(const char *kind, int nth, int error, int for_good);
        int fault_disarm(void);
        int fault_count(const char *kind);
    ');
}

const FAULT_KINDS = ['accept', 'recv', 'send', 'poll', 'epoll_ctl', 'epoll_wait', 'socket', 'bind', 'listen', 'connect',
    'getaddrinfo', 'fcntl', 'ioctl', 'dup', 'eventfd', 'pipe2', 'epoll_create', 'pthread_create', 'getsockopt', 'setsockopt',
    'getsockname'];

/** The nth call of this kind from now fails so; for good: and each after it. */
function arm(string $kind, int $nth, int $errno, bool $for_good = false): void
{
    shim()->fault_arm($kind, $nth, $errno, (int) $for_good);
}

/** Counts calls from now on. */
function arm_nothing(): void
{
    arm('accept', PHP_INT_MAX & 0x7fffffff, 0);
}

/** How often something was made to fail. */
function disarm(): int
{
    return shim()->fault_disarm();
}

/** Thirty pairs of streams, a slot each, beyond the usual ones. */
function for_each_slot(callable $open): bool
{
    global $s;
    for ($i = 0; $i < 30; $i++) $s[$i] = keep($open());
    return true;
}

/** stream_select() on the second ends of all pairs. */
function choose_among_pairs(int $microseconds): array
{
    global $s;
    $read = array_filter(array_column(array_filter($s), 1), 'is_stream');
    $write = $except = null;
    return [stream_select($read, $write, $except, 0, $microseconds), array_keys($read)];
}

/** How many calls of each kind there were: only in a run without a fault. */
function calls(): array
{
    $calls = [];
    foreach (FAULT_KINDS as $kind) $calls[$kind] = shim()->fault_count($kind);
    return array_filter($calls);
}
