<?php
// bench/run starts this: main.php PROGRAMS MODULE|none [--rows=…] [--runs=N] [--quick] [--full] [--save=FILE]
// Stock and uvstream take turns (A B, B A, …): whatever else slows the machine down slows both, and pairs stay comparable.

require __DIR__ . '/rows.php';
require __DIR__ . '/measure.php';
require __DIR__ . '/line.php';
require __DIR__ . '/circumstances.php';

/** Whether this PHP, so started, has uvstream. */
function has_uvstream(array $php): bool
{
    exec(implode(' ', array_map('escapeshellarg', $php)) . ' -m', $modules);
    return in_array('uvstream', $modules);
}

/** Calls $measure(true|false) in turns and files the figures; only $measure(true) where stock cannot. */
function take_turns(int $runs, callable $measure, callable $file, bool $stock = true): void
{
    for ($run = 0; $run < $runs; $run++) {
        foreach ($stock ? ($run % 2 ? [true, false] : [false, true]) : [true] as $ours) {
            $file($ours ? 'ours' : 'stock', $measure($ours));
        }
    }
}

function measure_row(Bench $bench, Row $row, int $runs, int $count): Line
{
    $line = new Line($row->id, $row->name, $row->goal, $row->kernel, $row->isFigure);
    take_turns(
        $row->stock ? $runs : (int) ceil($runs / 3),
        fn(bool $ours) => $ours || $row->beside === '' ? $bench->phpTimes($row, $ours, $count) : $bench->besideTimes($row, $count),
        function (string $who, array $times) use ($line) {
            [$line->times[$who][], $line->kernelTimes[$who][]] = $times;
        },
        $row->stock,
    );
    for ($run = 0; $run < $runs / 3 && $row->c !== ''; $run++) {
        $line->times['epoll'][] = $bench->cTime($row, 'epoll_server', $count);
        $line->times['uv'][] = $bench->cTime($row, 'uv_server', $count);
    }
    $line->stockCalls = $row->stock && $row->beside === '' ? $bench->systemCalls($row, false) : null;
    $line->ourCalls = $row->trace ? $bench->systemCalls($row, true) : null;
    return $line;
}

/** @return Line[] Row 8: a PHP that does nothing, from start to end. */
function measure_start_up(Bench $bench, int $runs): array
{
    $lines = [new Line('8a', "start-up: php -r '', CPU", null), new Line('8b', 'same, wall clock', null)];
    $command = fn(bool $ours) => [...$bench->php($ours), '-r', ''];
    take_turns(
        $runs,
        fn(bool $ours) => $bench->startUp($command($ours), 5),
        function (string $who, array $times) use ($lines) {
            $lines[0]->times[$who][] = $times[0];
            $lines[1]->times[$who][] = $times[1];
        },
    );
    $lines[0]->stockCalls = $bench->systemCallsOf($command(false));
    $lines[0]->ourCalls = $bench->systemCallsOf($command(true));
    return $lines;
}

/** As JSON, a row of the table in a line. @param Line[] $lines */
function save(string $path, array $circumstances, array $lines): void
{
    $json = fn(mixed $value) => json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    $rows = array_map(fn(Line $line) => '    ' . $json($line->facts()), $lines);
    $facts = array_map(fn(string $name) => "{$json($name)}: {$json($circumstances[$name])},\n", array_keys($circumstances));
    file_put_contents($path, "{\n" . implode('', $facts) . "\"rows\": [\n" . implode(",\n", $rows) . "\n]\n}\n");
}

[, $programs, $module] = $argv;
$module = $module === 'none' ? null : $module;
$options = [];
foreach (array_slice($argv, 3) as $argument) {
    [$name, $value] = explode('=', $argument) + [1 => ''];
    $options[$name] = $value;
}
$quick = isset($options['--quick']);
$full = isset($options['--full']);
$runs = max(1, (int) ($options['--runs'] ?? ($quick ? 7 : 25)));
$wanted = array_filter(explode(',', $options['--rows'] ?? ''), 'strlen');

$bench = new Bench($programs, $module);
if (has_uvstream($bench->php(false))) {
    fwrite(STDERR, "error: this PHP loads uvstream by itself (php.ini): there is no stock PHP to compare with\n");
    exit(1);
}
if ($module && !has_uvstream($bench->php(true))) {
    fwrite(STDERR, "error: this PHP does not load $module\n");
    exit(1);
}
$bench->isPinned() || fwrite(STDERR, "note: one processor only: server and load take turns on it in every row\n");

$circumstances = circumstances($bench, $module !== null, $runs);
$lines = [];
$started = hrtime(true);
$kernel = null;
$failed = false;
foreach (rows() as $row) {
    if (!$row->isIn($wanted) || ((!$row->stock || $row->beside !== '') && !$module)) {
        continue;
    }
    if ($row->kernel !== $kernel) {
        $kernel = $row->kernel;
        echo Line::heading($kernel);
    }
    try {
        echo $lines[] = measure_row($bench, $row, $runs, $full && $row->full ? $row->full : $row->count);
    } catch (RuntimeException $problem) {
        $failed = true;
        printf("%-3s %-34s failed: %s\n", $row->id, $row->name, $problem->getMessage());
    }
}
if (!$wanted || array_intersect(['8', '8a', '8b'], $wanted)) {
    try {
        $start_up = measure_start_up($bench, $runs);
        $lines = [...$lines, ...$start_up];
        echo $kernel === false ? '' : Line::heading(false), implode('', $start_up);
    } catch (RuntimeException $problem) {
        $failed = true;
        echo "8   start-up failed: {$problem->getMessage()}\n";
    }
}
printf("%d runs in %d s; PHP %s%s\n", $runs, (hrtime(true) - $started) / 1e9, PHP_VERSION, $module ? '' : '; stock against stock');
if (isset($options['--save'])) {
    save($options['--save'], $circumstances, $lines);
}
exit($failed ? 1 : 0);
