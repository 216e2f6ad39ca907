<?php
// What the scripts that write pages and pictures share.
declare(strict_types=1);

function stop(string $why): never
{
    fwrite(STDERR, "$why\n");
    exit(1);
}

/** A table in Markdown. @param list<string> $heads @param list<list<string>> $rows */
function table(array $heads, array $rows): string
{
    $line = fn (array $cells) => '| ' . implode(' | ', $cells) . ' |';
    return implode("\n", [$line($heads), $line(array_fill(0, count($heads), '---')), ...array_map($line, $rows)]);
}
