<?php
// A life as a picture: a column for each layer, a row for each part of the life, arrows from step to step.
declare(strict_types=1);

const CAPTION = 92, LANE = 192, STEP_WIDTH = 176, STEP_GAP = 12, STEP_LINE = 14, LETTERS = 28;

/** The names must be in the layer's file, in its source or header. */
function check_names(string $layer, string $file, string $names): void
{
    global $root;
    $text = '';
    foreach (["ext_src/$layer/$file.cpp", "include/uvstream/$layer/$file.h"] as $path) {
        $text .= is_file("$root/$path") ? code_of(file_get_contents("$root/$path"), false) : '';
    }
    $text !== '' || stop("tools/architecture/lives.php: there is no $layer/$file");
    foreach (explode(' ', $names) as $name) {
        foreach (explode('::', $name) as $part) { // a method may be its class's only by the braces around it
            preg_match("/\b$part\b/", $text) || stop("tools/architecture/lives.php: there is no $name in $layer/$file");
        }
    }
}

/** @return list<string> the lines of a step below its names */
function step_lines(string $text): array
{
    return $text === '' ? [] : explode("\n", wordwrap($text, LETTERS));
}

/** @return list<string> */
function step_names(string $names): array
{
    return array_map(fn (string $name) => ctype_upper($name[0]) && !str_contains($name, '::') ? $name : "$name()", explode(' ', $names));
}

function step_height(array $step): float
{
    [, , $names, $text] = $step;
    return 12 + STEP_LINE * (count(step_names($names)) + 1 + count(step_lines($text)));
}

function draw_step(Picture $picture, array $step, float $x, float $y): void
{
    [$layer, $file, $names, $text] = $step;
    check_names($layer, $file, $names);
    $picture->frame($x, $y, STEP_WIDTH, step_height($step), '#fff');
    foreach (step_names($names) as $name) {
        $picture->bold($x + 8, $y += STEP_LINE + 2, $name, strlen($name) > 20 ? 10 : 12);
        $y -= 2;
    }
    $picture->text($x + 8, $y += STEP_LINE + 1, $file, 11, 'start', ' font-family="monospace" fill="#357"');
    foreach (step_lines($text) as $line) {
        $picture->text($x + 8, $y += STEP_LINE, $line, 11);
    }
}

/**
 * Where each step of a row stands: below the one before it in the same column, or beside it.
 * @return array{list<array{float, float}>, float} the places, and the row's height
 */
function places_of(array $steps, array $layers): array
{
    $places = [];
    $below = array_fill_keys($layers, 0.0);
    foreach ($steps as $step) {
        $lane = array_search($step[0], $layers, true);
        $lane !== false || stop("tools/architecture/lives.php: no column for $step[0]");
        $places[] = [CAPTION + $lane * LANE + (LANE - STEP_WIDTH) / 2, $below[$step[0]]];
        $below[$step[0]] += step_height($step) + STEP_GAP + 8;
    }
    return [$places, max($below) - STEP_GAP - 8];
}

/** From one step to the next: down in a column, else from side to side. */
function draw_way(Picture $picture, array $from, array $to, array $step, array $next): void
{
    [[$x, $y], [$to_x, $to_y]] = [$from, $to];
    if ($x === $to_x) {
        $picture->arrow([[$x + STEP_WIDTH / 2, $y + step_height($step)], [$x + STEP_WIDTH / 2, $to_y]]);
        return;
    }
    [$start, $end] = $x < $to_x ? [$x + STEP_WIDTH, $to_x] : [$x, $to_x + STEP_WIDTH];
    $middle = $x < $to_x ? $to_x - (LANE - STEP_WIDTH) / 2 : $end + (LANE - STEP_WIDTH) / 2;
    $picture->arrow([[$start, $y + 13], [$middle, $y + 13], [$middle, $to_y + 13], [$end, $to_y + 13]]);
}

/** @param array{title: string, layers: list<string>, rows: array<string, list<array>>} $life */
function life_picture(array $life): string
{
    $rows = array_map(fn (array $steps) => places_of($steps, $life['layers']), $life['rows']);
    $width = CAPTION + LANE * count($life['layers']) + 8;
    $height = 44 + array_sum(array_map(fn (array $row) => $row[1] + 28, $rows));
    $picture = new Picture($width, (int) $height, $life['title']);
    foreach ($life['layers'] as $i => $layer) {
        $picture->box(CAPTION + $i * LANE + 2, 4, LANE - 4, $height - 8, $i % 2 ? '#f1f5ff' : '#f8f6ee');
        $picture->bold(CAPTION + ($i + 0.5) * LANE, 24, $layer, 14, 'middle');
    }
    $top = 40;
    foreach ($rows as $caption => [$places, $row_height]) {
        foreach (explode("\n", wordwrap($caption, 10)) as $i => $line) {
            $picture->bold(8, $top + 17 + 15 * $i, $line, 13);
        }
        $steps = $life['rows'][$caption];
        $places = array_map(fn (array $place) => [$place[0], $place[1] + $top], $places);
        foreach ($steps as $i => $step) {
            draw_step($picture, $step, ...$places[$i]);
        }
        for ($i = 1; $i < count($steps); $i++) {
            draw_way($picture, $places[$i - 1], $places[$i], $steps[$i - 1], $steps[$i]);
        }
        $top += $row_height + 28;
        $picture->line([[4, $top - 14], [$width - 4, $top - 14]], '#ccc', ' stroke-width="1"');
    }
    return (string) $picture;
}
