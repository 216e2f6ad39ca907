<?php
// bin/conformance's report: compares run-tests.php's results on stock PHP with those with uvstream.
// php conformance_table.php DIVERGENCES TREE STOCK UVSTREAM|- SUITE...: the table, and what is to be said of single tests
// php conformance_table.php DIVERGENCES TREE STOCK UVSTREAM --lost: only the lost tests, one a line
// A results file has RESULT<tab>TEST lines; when a test was run again, its later line counts. TEST:OTHER is OTHER run by TEST.

[, $divergences, $tree, $stockFile, $uvstreamFile] = $argv;
$suites = array_slice($argv, 5);

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

/** @return list<string> the tests that pass on stock PHP and not with uvstream */
function worse(array $runs): array
{
    return array_keys(array_filter(
        $runs['stock'],
        fn ($all, $test) => end($all) === 'PASSED' && end($runs['uvstream'][$test]) !== 'PASSED',
        ARRAY_FILTER_USE_BOTH
    ));
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

function print_table(array $runs, array $suites): void
{
    $none = ['pass' => 0, 'skip' => 0, 'fail' => 0];
    $table = array_fill_keys($suites, []);
    foreach ($runs as $run => $results) {
        foreach ($results as $test => $all) {
            $row = suite_of($test, $suites);
            $table[$row][$run] ??= $none;
            $table[$row][$run][column(end($all))]++;
        }
    }
    $table = array_filter($table); // some may not have been run
    $table['all'] = array_map(fn ($results) => totals($results) + $none, $runs);

    $width = max(array_map(strlen(...), ['suite', ...array_keys($table)]));
    $head = str_repeat(' ', $width + 7);
    $columns = sprintf("%-{$width}s  tests", 'suite');
    foreach ($runs as $run => $_) {
        $head .= sprintf('   %-17s', $run);
        $columns .= '    pass  skip  fail';
    }
    echo "\n$head\n$columns\n";
    foreach ($table as $name => $row) {
        printf("%-{$width}s  %5d", $name, array_sum($row['stock']));
        foreach ($runs as $run => $_) {
            printf('   %5d %5d %5d', $row[$run]['pass'], $row[$run]['skip'], $row[$run]['fail']);
        }
        echo "\n";
    }
    echo "\n";
}

/** @return array<string, int> column => how many tests */
function totals(array $results): array
{
    return array_count_values(array_map(fn ($all) => column(end($all)), $results));
}

function print_flaky(array $runs): void
{
    foreach ($runs as $run => $results) {
        foreach ($results as $test => $all) {
            if ($all[0] !== end($all)) {
                echo "flaky      $test: $run gave " . strtolower(implode(', then alone ', $all)) . "\n";
            }
        }
    }
}

function print_failed(array $results): void
{
    foreach ($results as $test => $all) {
        if (column(end($all)) === 'fail') {
            echo "stock      $test: " . strtolower(end($all)) . "\n";
        }
    }
}

/** @param array<string, string> $listed */
function print_worse(array $runs, array $listed, string $tree, string $file): void
{
    foreach (worse($runs) as $test) {
        if (isset($listed[$test])) {
            echo "divergence $test: $listed[$test]\n";
            continue;
        }
        // What TEST:OTHER leaves lies beside TEST.
        $diff = "$tree/" . dirname(strtok($test, ':')) . '/' . basename($test, 'phpt') . 'diff';
        $see = str_replace(getcwd() . '/', '', is_file($diff) ? $diff : "$file.log");
        echo "LOST       $test: ", strtolower(end($runs['uvstream'][$test])), ", see $see\n";
    }
}

/** @param array<string, string> $listed
 *  @return bool whether there are any */
function print_stale(array $runs, array $listed, string $tree): bool
{
    $bad = false;
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
    return $bad;
}

$runs = ['stock' => results($stockFile)];
$listed = divergences($divergences);
if ($uvstreamFile !== '-') {
    $runs['uvstream'] = results($uvstreamFile);
}
if ($suites === ['--lost']) {
    echo implode('', array_map(fn ($test) => "$test\n", array_diff(worse($runs), array_keys($listed))));
    exit;
}

print_table($runs, $suites);
print_flaky($runs);
// What fails on stock PHP too is in the table only.
$counted = totals(end($runs));
$is_stale = false;
if ($uvstreamFile === '-') {
    print_failed($runs['stock']);
} else {
    print_worse($runs, $listed, $tree, $uvstreamFile);
    $is_stale = print_stale($runs, $listed, $tree);
    $counted['fail'] = count(array_diff(worse($runs), array_keys($listed)));
}
printf("%d passed, %d failed, %d skipped\n", $counted['pass'] ?? 0, $counted['fail'] ?? 0, $counted['skip'] ?? 0);
exit((int) ($is_stale || ($uvstreamFile !== '-' && $counted['fail'] > 0)));
