--TEST--
seeing: metrics() is OpenMetrics text, and metrics(false) what Prometheus read before: Prometheus' own programs take both
--SKIPIF--
<?php if (!is_executable('/usr/bin/promtool')) die('skip needs promtool, of Debian\'s package prometheus');
--FILE--
<?php
use function Uvstream\{delay, metrics, spawn};
require __DIR__ . '/../inc/temp_path.inc';

spawn(fn () => delay(60));
delay(0.001);

function check(array $command, string $input): void
{
    $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
    fwrite($pipes[0], $input);
    fclose($pipes[0]);
    echo "$command[0] $command[1]: ", preg_match('/error|help text|suffix/', $said = stream_get_contents($pipes[1])) ? $said : 'ok',
        ', status ', proc_close($process), "\n";
}

check(['promtool', 'check', 'metrics'], metrics(false));

// It reads samples with their times, and makes blocks of a data base of them.
$text = metrics();
$file = temp_path('open-metrics');
file_put_contents($file, preg_replace('/^(uvstream_.*)$/m', '$1 1700000000', $text));
$blocks = sys_get_temp_dir() . '/uvs-blocks-' . getmypid();
check(['promtool', 'tsdb', 'create-blocks-from', 'openmetrics', $file, $blocks], '');
exec('rm -rf ' . escapeshellarg($blocks));

preg_match_all('/^# TYPE (\S+) (\S+)$/m', $text, $types, PREG_SET_ORDER);
preg_match_all('/^# HELP (\S+) .+\.$/m', $text, $helps);
var_dump(array_column($types, 1) === $helps[1], str_ends_with($text, "\n# EOF\n"));
foreach ($types as [, $name, $type]) {
    $suffix = ['counter' => '_total', 'gauge' => '(?:\{.*\})?', 'summary' => '_(?:sum|count)'][$type];
    if (!preg_match("/^$name$suffix \\d+(\.\d{6})?$/m", $text)) echo "$name has no value\n";
}
?>
--EXPECT--
promtool check: ok, status 0
promtool tsdb: ok, status 0
bool(true)
bool(true)
