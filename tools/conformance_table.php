<?php
// bin/conformance's report: compares run-tests.php's results on stock PHP with those with uvstream.
// php conformance_table.php DIVERGENCES TREE STOCK UVSTREAM|- SUITE...
// A results file has RESULT<tab>TEST lines; when a test was run again, its later line counts. TEST:OTHER is OTHER run by TEST.

[, $divergences, $tree, $stockFile, $uvstreamFile] = $argv;
$suites = array_slice($argv, 5);
$bad = false;

/** @return array<string, list<string>> test => its results, in order */
function results(string $file): array
{
    $results = [];
    foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
        [$result, $test] = explode("\t", $line);
        $results[$test][] = $result;
    }
    return $results;
}

/** An expected failure says nothing either way, so it counts as skipped. */
function column(string $result): string
{
    return match ($result) {
        'PASSED' => 'pass',
        'SKIPPED', 'XFAILED', 'XLEAKED' => 'skip',
        default => 'fail',
    };
}

function suite_of(string $test, array $suites): string
{
    foreach ($suites as $suite) {
        if (str_starts_with($test, "$suite/")) {
            return $suite;
        }
    }
    return dirname($test);
}

/** @return array<string, string> test => reason */
function divergences(string $file): array
{
    $listed = [];
    foreach (file($file, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES) as $line) {
        if ($line[0] !== '#') {
            [$test, $reason] = preg_split('/\s+/', trim($line), 2) + [1 => ''];
            $listed[$test] = $reason;
        }
    }
    return $listed;
}

$runs = ['stock' => results($stockFile)];
if ($uvstreamFile !== '-') {
    $runs['uvstream'] = results($uvstreamFile);
}

$none = ['pass' => 0, 'skip' => 0, 'fail' => 0];
$table = array_fill_keys($suites, []);
$total = array_fill_keys(array_keys($runs), $none);
foreach ($runs as $run => $results) {
    foreach ($results as $test => $all) {
        $row = suite_of($test, $suites);
        $table[$row][$run] ??= $none;
        $table[$row][$run][column(end($all))]++;
        $total[$run][column(end($all))]++;
    }
}

$table = array_filter($table); // some may not have been run

$width = max(array_map(strlen(...), ['suite', ...array_keys($table)]));
$head = str_repeat(' ', $width + 7);
$columns = sprintf("%-{$width}s  tests", 'suite');
foreach ($runs as $run => $_) {
    $head .= sprintf('   %-17s', $run);
    $columns .= '    pass  skip  fail';
}
echo "\n$head\n$columns\n";
foreach ($table + ['all' => $total] as $name => $row) {
    printf("%-{$width}s  %5d", $name, array_sum($row['stock']));
    foreach ($runs as $run => $_) {
        vprintf('   %5d %5d %5d', array_values($row[$run]));
    }
    echo "\n";
}
echo "\n";

foreach ($runs as $run => $results) {
    foreach ($results as $test => $all) {
        if ($all[0] !== end($all)) {
            echo "flaky      $test: $run gave " . strtolower(implode(', then alone ', $all)) . "\n";
        }
    }
}

$lost = 0;
if ($uvstreamFile === '-') {
    foreach ($runs['stock'] as $test => $all) {
        if (column(end($all)) === 'fail') {
            echo 'stock      ', $test, ': ', strtolower(end($all)), "\n";
        }
    }
    $counted = $total['stock'];
} else {
    $listed = divergences($divergences);
    foreach ($runs['stock'] as $test => $stock) {
        $uvstream = end($runs['uvstream'][$test]);
        if (end($stock) !== 'PASSED' || $uvstream === 'PASSED') {
            continue;
        }
        if (isset($listed[$test])) {
            echo "divergence $test: $listed[$test]\n";
        } else {
            $lost++;
            // What TEST:OTHER leaves lies beside TEST.
            $diff = "$tree/" . dirname(strtok($test, ':')) . '/' . basename($test, 'phpt') . 'diff';
            $see = str_replace(getcwd() . '/', '', is_file($diff) ? $diff : "$uvstreamFile.log");
            echo "LOST       $test: ", strtolower($uvstream), ", see $see\n";
        }
    }

    foreach ($listed as $test => $reason) {
        $stock = isset($runs['stock'][$test]) ? end($runs['stock'][$test]) : null;
        $problem = match (true) {
            $reason === '' => 'is listed without a reason',
            !is_file("$tree/" . substr(strrchr(":$test", ':'), 1)) => 'is listed but does not exist',
            $stock === null, $stock === 'SKIPPED' => null, // not run here, so there is nothing to say
            $stock !== 'PASSED' => 'is listed but fails on stock PHP too',
            end($runs['uvstream'][$test]) === 'PASSED' => 'is listed but passes',
            default => null,
        };
        if ($problem !== null) {
            $bad = true;
            echo "STALE      $test: $problem\n";
        }
    }
    $counted = ['fail' => $lost] + $total['uvstream'];
}

// What fails on stock PHP too is in the table only.
printf("%d passed, %d failed, %d skipped\n", $counted['pass'], $counted['fail'], $counted['skip']);
exit((int) ($bad || $lost > 0));
