<?php
// Runs one program in this process. A program is
//   strands  lists of PHP expressions over the slots $s[0] to $s[15]; several strands are fibers that take turns
//   deeds    what user code inside of calls does, by place (deeds.php)
// and its trace (trace.php) says what each line returned, raised and threw, and how it left the streams.
declare(strict_types=1);
require_once __DIR__ . '/trace.php';
require_once __DIR__ . '/helpers.php';
require_once __DIR__ . '/deeds.php';
require_once __DIR__ . '/faults.php';

/** What an event loop has open, which stays until the process ends. */
const OF_A_LOOP = ['anon_inode:[eventpoll]', 'anon_inode:[eventfd]', 'pipe:'];
const TOO_MUCH_CPU = ['usual' => 0.3, 'hostile' => 1.0]; // seconds of processor time, in one line

function evaluate(string $code): mixed
{
    global $s;
    return eval("return $code;");
}

function cpu(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

function step(string $code): void
{
    Trace::line("> $code");
    $before = cpu();
    try {
        $said = '= ' . describe(evaluate($code));
    } catch (Throwable $exception) {
        $said = '! ' . describe_exception($exception);
    }
    if (cpu() - $before > TOO_MUCH_CPU[Deeds::$hostile ? 'hostile' : 'usual']) Trace::line('  spins');
    Trace::line($said);
}

function error_came(int $kind, string $message): bool
{
    if (!(error_reporting() & $kind)) return true;
    Trace::line("  $message");
    Deeds::next('error');
    return true;
}

/** @param list<list<string>> $strands */
function run_strands(array $strands): void
{
    if (count($strands) === 1) {
        array_map('step', $strands[0]);
        return;
    }
    $fibers = array_map(fn ($steps) => new Fiber(fn () => array_map('step', $steps)), $strands);
    for ($turn = 0; $fibers && $turn < 500; $turn++) {
        foreach ($fibers as $i => $fiber) {
            try {
                if (!$fiber->isStarted()) $fiber->start();
                elseif ($fiber->isSuspended()) $fiber->resume();
            } catch (Throwable $exception) {
                Trace::line('! out of a fiber: ' . describe_exception($exception));
            }
            if ($fiber->isTerminated()) unset($fibers[$i]);
        }
    }
}

/** How the streams were left: state, what is still to be read, the end. */
function look_at_streams(): void
{
    global $s;
    foreach ($s as $i => $stream) {
        if (!is_stream($stream)) continue;
        $meta = stream_get_meta_data($stream);
        if (isset($meta['crypto'])) $meta['crypto'] = $meta['crypto']['protocol'] ?? '';
        unset($meta['wrapper_data'], $meta['uri']);
        Trace::line("slot $i: " . describe($meta));
        if ($meta['stream_type'] === 'MEMORY') continue;
        step("stream_set_blocking(\$s[$i], false)");
        step("fread(\$s[$i], 9000)");
        step("feof(\$s[$i])");
    }
}

/** What this process has open, by kind: a leak shows as one too many. */
function descriptors(): array
{
    $kinds = [];
    foreach (scandir('/proc/self/fd') as $fd) {
        $what = ctype_digit($fd) && $fd > 2 ? @readlink("/proc/self/fd/$fd") : false;
        if ($what === false) continue;
        $kind = preg_match('/^(\w+):(\[eventpoll\]|\[eventfd\]|)/', $what, $m) ? $m[0] : 'file';
        $kinds[$kind] = ($kinds[$kind] ?? 0) + 1;
    }
    ksort($kinds);
    return $kinds;
}

/** @param array{strands: list<list<string>>, deeds?: array<string, list<string>>, hostile?: bool} $program */
function run_program(array $program): void
{
    global $s;
    error_reporting(E_ALL);
    ini_set('default_socket_timeout', '1');
    ini_set('memory_limit', '256M');
    set_error_handler('error_came');
    stream_context_set_default(SOON);
    foreach ([SIGALRM, SIGUSR1] as $signal) pcntl_signal($signal, SIG_IGN); // until the program says otherwise
    $hostile = $program['hostile'] ?? false;
    $s = array_fill(0, SLOTS, null);
    $before = descriptors();
    Deeds::start($program['deeds'] ?? [], $hostile);
    run_strands($program['strands']);
    alarm_in(0);
    pcntl_async_signals(false);
    if (!$hostile) look_at_streams();
    step('$s = null');
    gc_collect_cycles();
    Deeds::start([], $hostile);
    $s = null; // destructors may have opened others
    gc_collect_cycles();
    $after = descriptors();
    foreach ($after as $kind => $count) {
        $left = $count - ($before[$kind] ?? 0);
        if ($left !== 0) Trace::line((in_array($kind, OF_A_LOOP, true) ? 'loop' : 'left open') . ": $kind $left");
    }
    Trace::line('end');
}
