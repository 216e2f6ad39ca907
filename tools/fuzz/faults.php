<?php
// A fault in the tested process: fault_shim.c is preloaded there.
declare(strict_types=1);

function shim(): FFI
{
    static $shim = null;
    return $shim ??= FFI::cdef('
        void fault_arm(const char *kind, int nth, int error, int for_good);
        int fault_disarm(void);
        const char *fault_kind(int i);
        int fault_count(int i);
    ');
}

/** The nth call of this kind from now fails so; for good: and each after it. */
function arm(string $kind, int $nth, int $errno, bool $for_good = false): void
{
    shim()->fault_arm($kind, $nth, $errno, (int) $for_good);
}

/** Counts calls from now on. */
function arm_nothing(): void
{
    arm('', 0, 0);
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
    for ($i = 0; ($kind = shim()->fault_kind($i)) !== null; $i++) $calls[$kind] = shim()->fault_count($i);
    return array_filter($calls);
}
