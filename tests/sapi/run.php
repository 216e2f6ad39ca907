<?php
// tools/run_sapi's runner: php run.php [NAME...]. Runs each scenario of the files beside it whose name contains a NAME, on
// stock PHP and with uvstream ($SAPI_MODULE), and compares what they print. The last line is `N passed, N failed`.
declare(strict_types=1);

require __DIR__ . '/inc/scenario.inc';
require __DIR__ . '/inc/servers.inc';
require __DIR__ . '/inc/dbgp.inc';
foreach (glob(__DIR__ . '/*.php') as $file) {
    if ($file !== __FILE__) require $file;
}

if (($argv[1] ?? '') === '--run') {
    run_scenario($argv[2], $argv[3], $argv[4]);
}

const LIMIT = 60; // seconds for one scenario
$jobs = (int) getenv('SAPI_JOBS') ?: 2;
$running = [];

/** Starts a scenario in a session of its own, by which all that it started is ended. */
function begin(string $name, string $with): array
{
    $dir = sys_get_temp_dir() . '/sapi-' . bin2hex(random_bytes(4)); // short, as unix sockets go there
    mkdir($dir, 0700);
    $process = proc_open(
        ['setsid', PHP_BINARY, __FILE__, '--run', $name, $with, $dir],
        [['file', '/dev/null', 'r'], ['file', "$dir.out", 'w'], ['redirect', 1]],
        $pipes
    );
    $pid = proc_get_status($process)['pid'];
    return compact('name', 'with', 'dir', 'process', 'pid') + ['until' => hrtime(true) + LIMIT * 1e9];
}

/** What it printed, without what may differ between any two runs. */
function finish(array $job, string $how): string
{
    // FPM leads a session of its own.
    foreach ([$job['pid'], ...@file($job['dir'] . '/pids') ?: []] as $pid) posix_kill(-(int) $pid, SIGKILL);
    proc_close($job['process']);
    $text = str_replace($job['dir'], 'TEMP', file_get_contents("{$job['dir']}.out")) . $how;
    unlink("{$job['dir']}.out");
    exec('rm -rf ' . escapeshellarg($job['dir']));
    return $text;
}

pcntl_async_signals(true);
foreach ([SIGINT, SIGTERM, SIGHUP] as $signal) {
    pcntl_signal($signal, fn () => exit(1));
}
register_shutdown_function(function () use (&$running) {
    foreach ($running as $job) finish($job, '');
});

$names = array_filter(array_keys($scenarios), fn ($name) => $argc < 2
    || array_filter(array_slice($argv, 1), fn ($wanted) => str_contains($name, $wanted)));
$queue = $results = [];
foreach ($names as $name) {
    if ($scenarios[$name]['only'] === null) $queue[] = [$name, 'stock'];
    $queue[] = [$name, 'uvstream'];
}
while ($queue !== [] || $running !== []) {
    while ($queue !== [] && count($running) < $jobs) {
        $running[] = begin(...array_shift($queue));
    }
    foreach ($running as $i => $job) {
        $status = proc_get_status($job['process']);
        if ($status['running'] && hrtime(true) < $job['until']) continue;
        $how = match (true) {
            $status['running'] => 'failed: not done after ' . LIMIT . " s\n",
            $status['signaled'] => "failed: ended by signal {$status['termsig']}\n",
            default => $status['exitcode'] === 0 ? "ok\n" : "failed: exit code {$status['exitcode']}\n",
        };
        unset($running[$i]);
        $results[$job['name']][$job['with']] = finish($job, $how);
    }
    usleep(2000);
}

$failed = 0;
foreach ($names as $name) {
    $ours = $results[$name]['uvstream'];
    $stock = $results[$name]['stock'] ?? $ours;
    $is_good = $ours === $stock && str_ends_with($ours, "ok\n");
    echo $is_good ? 'passed' : 'FAILED', ": $name\n";
    if ($is_good) continue;
    ++$failed;
    echo preg_replace('/^/m', '    ', $ours === $stock ? $ours : "stock:\n$stock\nuvstream:\n$ours"), "\n";
}
printf("%d passed, %d failed\n", count($names) - $failed, $failed);
exit((int) ($failed > 0 || !$names));
