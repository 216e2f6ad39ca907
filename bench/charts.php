<?php
// The charts of docs/benchmarks.md.
declare(strict_types=1);

const OURS = '#2a6fb0', STOCK = '#9a9a9a', OTHER = '#c9a24b', WIDTH = 860, NAMES = 270, BAR = 22;

/** @return array<string, string> SVGs by name */
function charts(array $result): array
{
    return ['servers' => ratio_chart(rows_of($result, '[1-6]|1[4-6]')), 'select' => select_chart(rows_of($result, '9')),
        'tasks' => task_chart(rows_of($result, '17')), 'memory' => memory_chart(rows_of($result, '19'))];
}

/** Bars of the ratios, with their intervals and a line where stock is. */
function ratio_chart(array $rows): string
{
    $most = max(1.2, ...array_map(fn (array $row) => $row['interval'][1], array_values($rows)));
    $scale = (WIDTH - NAMES - 70) / $most;
    $height = 64 + BAR * count($rows);
    $picture = new Picture(WIDTH, $height, 'Time of the server per request: uvstream through stock PHP');
    $picture->bold(12, 22, 'The server\'s processor time: uvstream through stock PHP (less is better)', 14);
    for ($at = 0.0; $at <= $most; $at += 0.25) {
        $x = NAMES + $at * $scale;
        $picture->line([[$x, 34], [$x, $height - 24]], $at == 1.0 ? '#444' : '#ddd', ' stroke-width="1"');
        $picture->text($x, $height - 8, $at == 1.0 ? '1.00 (stock)' : sprintf('%.2f', $at), 11, 'middle');
    }
    $y = 38;
    foreach ($rows as $row) {
        $picture->text(NAMES - 8, $y + 14, "$row[id]  $row[name]", 12, 'end');
        $picture->box(NAMES, $y + 3, $row['ratio'] * $scale, BAR - 7, $row['interval'][0] > 1 ? '#c0603a' : OURS);
        [$low, $high] = array_map(fn (float $one) => NAMES + $one * $scale, $row['interval']);
        $picture->line([[$low, $y + 10.5], [$high, $y + 10.5]], '#222', ' stroke-width="1.5"');
        $picture->text(max(NAMES + $row['ratio'] * $scale, $high) + 6, $y + 15, figure($row['ratio']), 11);
        $y += BAR;
    }
    return (string) $picture;
}

/** The figures of rows 9 by the number of streams. @return array<string, array<int, float>> by who */
function select_points(array $rows): array
{
    $points = ['stock' => [], 'ours' => []];
    foreach ($rows as $row) {
        $watched = (int) preg_replace('/\D/', '', strtok($row['name'], 'w')); // "select: 1000 watched, 1 ready"
        foreach (array_keys($points) as $who) {
            if ($row[$who] !== null) $points[$who][$watched] = max(0.1, $row[$who]);
        }
    }
    return $points;
}

/** Both axes in powers of ten. */
function select_chart(array $rows): string
{
    $points = select_points($rows);
    $all = [...array_values($points['stock']), ...array_values($points['ours'])];
    [$least, $most] = [(int) floor(log10(min($all))), (int) ceil(log10(max($all)))];
    $bottom = 60 + 100 * ($most - $least);
    $picture = new Picture(WIDTH, $bottom + 46, 'Time of one stream_select() by the number of streams');
    $picture->bold(12, 22, 'One stream_select() with one stream ready, in microseconds', 14);
    $x = fn (float $n) => 90 + (log10($n) - 1) * 220;
    $y = fn (float $us) => $bottom - (log10($us) - $least) * 100;
    foreach ([10, 100, 1000, 10000] as $n) {
        $picture->line([[$x($n), 50], [$x($n), $bottom]], '#ddd', ' stroke-width="1"');
        $picture->text($x($n), $bottom + 18, number_format($n), 11, 'middle');
    }
    $picture->text($x(1000), $bottom + 36, 'streams watched', 12, 'middle');
    for ($power = $least; $power <= $most; $power++) {
        $picture->line([[70, $y(10 ** $power)], [830, $y(10 ** $power)]], '#ddd', ' stroke-width="1"');
        $picture->text(62, $y(10 ** $power) + 4, (string) 10 ** $power, 11, 'end');
    }
    foreach (['stock' => ['stock PHP, which takes up to 1,000', STOCK, -9, 80], 'ours' => ['uvstream', OURS, 20, 100]] as $who => $how) {
        [$name, $colour, $below, $legend] = $how;
        $picture->box(90, $legend - 9, 18, 8, $colour);
        $picture->text(116, $legend, $name, 12);
        $picture->line(array_map(fn ($n, $us) => [$x($n), $y($us)], array_keys($points[$who]), $points[$who]), $colour,
            ' stroke-width="2.5"');
        foreach ($points[$who] as $n => $us) {
            $picture->box($x($n) - 3, $y($us) - 3, 6, 6, $colour);
            $picture->text($x($n) + 4, $y($us) + $below, figure($us), 11, 'middle');
        }
    }
    return (string) $picture;
}

/** @param list<array{string, float, string, string}> $bars name, figure, its text, colour */
function bar_chart(string $title, array $bars): string
{
    $height = 40 + (BAR + 6) * count($bars);
    $scale = (WIDTH - NAMES - 90) / max(array_column($bars, 1));
    $picture = new Picture(WIDTH, $height, $title);
    $picture->bold(12, 22, $title, 14);
    foreach ($bars as $i => [$name, $figure, $text, $colour]) {
        $y = 34 + $i * (BAR + 6);
        $picture->text(NAMES - 8, $y + 16, $name, 12, 'end');
        $picture->box(NAMES, $y + 2, max(1, $figure * $scale), BAR - 2, $colour);
        $picture->text(NAMES + $figure * $scale + 6, $y + 16, $text, 12);
    }
    return (string) $picture;
}

function task_chart(array $rows): string
{
    $bars = [];
    foreach (['17a' => ['libuv, in C', STOCK], '17c' => ['a loop on stream_select()', OTHER]] as $id => [$name, $colour]) {
        $bars[] = [$name, $rows[$id]['stock'], figure($rows[$id]['stock']), $colour];
    }
    $ours = $rows['17a']['ours'];
    array_splice($bars, 1, 0, [['uvstream: a task per connection', $ours, figure($ours), OURS]]);
    foreach (['17d' => 'ReactPHP, with uvstream loaded', '17e' => 'Amp, with uvstream loaded'] as $id => $name) {
        $bars[] = [$name, $rows[$id]['stock'], figure($rows[$id]['stock']), OTHER];
    }
    return bar_chart('Keep-alive requests on 64 connections: the server\'s microseconds per request', $bars);
}

function memory_chart(array $rows): string
{
    $limit = $rows['19b']['ours'] / 1024;
    return bar_chart('10,000 connections, each parked in its task: KiB for one of them', [
        ['resident memory, all', $rows['19a']['ours'], figure($rows['19a']['ours']), OURS],
        ['of which PHP\'s memory_limit counts', $limit, figure($limit), OURS],
        ['the system\'s page tables, besides', $rows['19c']['ours'], figure($rows['19c']['ours']), STOCK],
    ]);
}
