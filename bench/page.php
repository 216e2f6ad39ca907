<?php
// The tables of docs/benchmarks.md, each between two comments with its name.
declare(strict_types=1);

/** @return array<string, array<string, mixed>> the result's rows by their number; those that begin so */
function rows_of(array $result, string $of = ''): array
{
    $rows = array_column($result['rows'], null, 'id');
    return array_filter($rows, fn (string $id) => preg_match("/^($of)[a-z]?$/", $id) === 1, ARRAY_FILTER_USE_KEY);
}

function figure(?float $value): string
{
    return match (true) {
        $value === null => '–',
        $value >= 100 => number_format($value),
        default => sprintf('%.2f', $value),
    };
}

/** Where and when, and whether the machine was left alone. */
function described(array $result): string
{
    $alone = $result['others'] < 0.5
        ? 'Nobody else used the machine.'
        : "**Others used the machine at the same time** ($result[others] processors, before it began): a first look.";
    $virtual = $result['virtual'] ? ', a virtual machine' : '';
    $few = $result['pairs'] < 6 ? ': so few that the interval is that of all of them' : '';
    return "Measured on $result[date], on $result[processors] processors of an $result[processor]$virtual, with $result[system]"
        . " ($result[kernel]).\nPHP $result[php], uvstream $result[uvstream], libuv $result[libuv]; $result[pairs] pairs of runs for"
        . " each row$few.\n$alone";
}

function ratios(array $rows): string
{
    return table(['row', 'server', 'stock, us', 'uvstream, us', 'ratio', '95 %', 'system calls, stock', 'uvstream'], array_map(
        fn (array $row) => [$row['id'], $row['name'], figure($row['stock']), figure($row['ours']), figure($row['ratio']),
            $row['interval'] ? implode('–', array_map(figure(...), $row['interval'])) : '–', figure($row['calls'][0]), figure($row['calls'][1])],
        array_values($rows),
    ));
}

function figures(array $rows, string $head): string
{
    return table(['row', '', $head], array_map(fn (array $row) => [$row['id'], $row['name'], figure($row['ours'])], array_values($rows)));
}

/** The page with its tables made anew. */
function page(string $page, array $result): string
{
    $tables = [
        'where' => described($result),
        'servers' => ratios(rows_of($result, '[1-6]|1[4-6]')),
        'select' => ratios(rows_of($result, '9')),
        'tasks' => table(['row', 'the other', 'it, us', 'a task per connection, us', 'ratio', '95 %'], array_map(
            fn (array $row) => [$row['id'], $row['name'], figure($row['stock']), figure($row['ours']), figure($row['ratio']),
                implode('–', array_map(figure(...), $row['interval']))], array_values(rows_of($result, '17')))),
        'units' => figures(rows_of($result, '18'), 'us'),
        'memory' => figures(rows_of($result, '19'), 'per connection'),
    ];
    foreach ($tables as $name => $table) {
        $page = preg_replace_callback("/(<!-- bench\/report: $name -->\n).*?(<!-- end -->)/s",
            fn (array $m) => "$m[1]\n$table\n\n$m[2]", $page, 1, $count);
        $count === 1 || stop("docs/benchmarks.md has no place for the table $name");
    }
    return $page;
}
