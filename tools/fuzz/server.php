<?php
// php server.php FOLDER: takes programs from standard input, one JSON line each, and answers each by a JSON line with its
// trace and how it ended. Each runs in a child of its own: what it breaks it breaks for itself, and a fork costs
// a hundredth of what a new PHP does.
declare(strict_types=1);
require __DIR__ . '/program.php';
require __DIR__ . '/chaos_program.php';

const BOUND = 3; // seconds that a program may take, and all but one of them at work

function run_child(array $program, string $trace, float $bound): never
{
    $work = max(1, (int) $bound - 1);
    pcntl_sigprocmask(SIG_SETMASK, []);
    posix_setrlimit(POSIX_RLIMIT_CPU, $work, $work);
    posix_setrlimit(POSIX_RLIMIT_CORE, 0, 0);
    Trace::start($trace);
    isset($program['chaos']) ? run_chaos($program) : run_program($program);
    exit(0);
}

/** How a child ended: '' as it should, else in words. */
function wait_for(int $pid, float $bound): string
{
    $until = microtime(true) + $bound;
    while (pcntl_waitpid($pid, $status, WNOHANG) === 0) {
        if (microtime(true) < $until) {
            pcntl_sigtimedwait([SIGCHLD], $info, 0, 100_000_000); // (it may be of the child before)
            continue;
        }
        posix_kill($pid, SIGKILL);
        pcntl_waitpid($pid, $status);
        return 'hangs';
    }
    if (pcntl_wifsignaled($status)) {
        $signal = pcntl_wtermsig($status);
        return match ($signal) {
            SIGXCPU, SIGKILL => 'spins',
            SIGALRM, SIGUSR1 => 'ends by a signal of its own', // late: PHP has given up its handlers
            default => "crashes by signal $signal",
        };
    }
    return pcntl_wexitstatus($status) === 0 ? '' : 'ends with status ' . pcntl_wexitstatus($status);
}

[, $folder] = $argv;
chdir($folder);
pcntl_sigprocmask(SIG_BLOCK, [SIGCHLD]);
ini_set('display_errors', 'stderr');
while (($line = fgets(STDIN)) !== false) {
    $program = json_decode($line, true);
    $trace = "$folder/trace";
    $bound = $program['bound'] ?? (float) (getenv('FUZZ_BOUND') ?: BOUND);
    @unlink($trace);
    $pid = pcntl_fork();
    if ($pid === 0) run_child($program, $trace, $bound);
    $ended = wait_for($pid, $bound);
    $reports = '';
    foreach (glob(getenv('FUZZ_REPORTS') . "/*.$pid") ?: [] as $report) {
        $reports .= file_get_contents($report);
        unlink($report);
    }
    foreach (glob("$folder/socket*") ?: [] as $left) unlink($left);
    $answer = ['trace' => (string) @file_get_contents($trace), 'ended' => $ended, 'report' => $reports];
    fwrite(STDOUT, json_encode($answer, JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
}
