<?php
// The picture of the layers: a box for each folder, and who includes whom, read from the sources.
declare(strict_types=1);

// Where each layer stands: its column's middle. Its row follows from what it includes.
const COLUMNS = ['base' => 330, 'address' => 130, 'loop' => 400, 'zend' => 800, 'sched' => 400, 'net' => 200, 'task' => 600,
    'libraries' => 800, 'stream' => 400, 'php' => 600, 'libuv' => 560, 'PHP' => 800];
const WIDTH = 940, ROW = 140, BOX_WIDTH = 220, BOX_HEIGHT = 88;
// What is not ours: its headers, and the name.
const OUTSIDE = ['libuv' => '~^uv(\.h$|/)~', 'PHP' => PHP_HEADER];

/** @return array<string, array<string, true>> what each layer includes, and of what is not ours */
function included_layers(): array
{
    global $root;
    $layers = [];
    foreach ([...files('ext_src'), ...files('include')] as $path) {
        $layer = layer_of($path);
        if ($layer === null || !preg_match('/\.(h|cpp)$/', $path) || str_ends_with($path, '_arginfo.h')) {
            continue;
        }
        $layers[$layer] ??= [];
        foreach (includes_of(file_get_contents("$root/$path")) as [$name]) {
            $target = resolve($name, $path);
            $other = $target !== null ? layer_of($target) : outside_of($name);
            if ($other !== null && $other !== $layer) {
                $layers[$layer][$other] = true;
            }
        }
    }
    ksort($layers);
    array_walk($layers, fn (array &$its) => ksort($its));
    return $layers;
}

function outside_of(string $name): ?string
{
    foreach (OUTSIDE as $whose => $pattern) {
        if (preg_match($pattern, $name)) {
            return $whose;
        }
    }
    return null;
}

/** The layer's row, counted from below. @param array<string, array<string, true>> $layers */
function level_of(string $layer, array $layers): int
{
    return max([0, ...array_map(fn (string $one) => isset(OUTSIDE[$one]) ? 1 : 1 + level_of($one, $layers),
        array_keys($layers[$layer]))]);
}

/** Whether one reaches the other by way of a third, too: such an arrow says nothing new. */
function follows(string $from, string $to, array $layers): bool
{
    foreach (array_keys($layers[$from]) as $over) {
        if ($over !== $to && isset($layers[$over]) && (isset($layers[$over][$to]) || follows($over, $to, $layers))) {
            return true;
        }
    }
    return false;
}

/** The short words of the table of layers in docs/architecture.md, by layer. @return array<string, string> */
function layer_words(): array
{
    global $root;
    preg_match_all('/^\| `(\w+)` \| ([^|]+) \|/m', file_get_contents("$root/docs/architecture.md"), $m);
    return array_combine($m[1], str_replace('`', '', $m[2]));
}

/** @return list<string> the layer's folders */
function folders_of(string $layer): array
{
    global $root;
    return array_map(basename(...), glob("$root/ext_src/$layer/*", GLOB_ONLYDIR));
}

function draw_layer(Picture $picture, string $layer, float $top, string $words, array $includes): void
{
    $middle = COLUMNS[$layer] ?? stop("tools/architecture/layers.php has no column for layer $layer");
    $picture->frame($middle - BOX_WIDTH / 2, $top, BOX_WIDTH, BOX_HEIGHT, $layer === 'php' ? '#fdf1dc' : '#eef3ff');
    $picture->bold($middle, $top + 19, $layer, 15, 'middle');
    $picture->text($middle, $top + 36, $words, 12, 'middle');
    if ($folders = folders_of($layer)) {
        $picture->text($middle, $top + 51, '(' . implode(', ', $folders) . ')', 11, 'middle', ' fill="#555"');
    }
    $names = array_diff(array_keys($includes), array_keys(OUTSIDE));
    $lines = array_reverse(explode("\n", wordwrap($names ? 'uses ' . implode(', ', $names) : 'uses none of the others', 34)));
    foreach ($lines as $i => $line) {
        $picture->text($middle, $top + BOX_HEIGHT - 8 - 13 * $i, $line, 11, 'middle', ' fill="#555"');
    }
}

function layers_picture(): string
{
    $layers = included_layers();
    $words = layer_words();
    if ($wrong = array_merge(array_diff_key($words, $layers), array_diff_key($layers, $words))) {
        stop('the table of layers in docs/architecture.md is not that of the folders: ' . implode(', ', array_keys($wrong)));
    }
    $levels = array_map(fn (string $layer) => level_of($layer, $layers), array_combine(array_keys($layers), array_keys($layers)));
    $height = (max($levels) + 1) * ROW - ROW + BOX_HEIGHT + 40;
    $top = fn (string $layer) => $height - 20 - BOX_HEIGHT - ($levels[$layer] ?? 0) * ROW;
    $picture = new Picture(WIDTH, $height, 'The layers of uvstream, and which includes which');
    foreach ($layers as $layer => $includes) {
        foreach (array_keys($includes) as $other) {
            if (!follows($layer, $other, $layers)) {
                $picture->arrow([[COLUMNS[$layer], $top($layer) + BOX_HEIGHT], [COLUMNS[$other], $top($other)]]);
            }
        }
    }
    foreach ($layers as $layer => $includes) {
        draw_layer($picture, $layer, $top($layer), $words[$layer], $includes);
    }
    foreach (array_keys(OUTSIDE) as $name) {
        $picture->frame(COLUMNS[$name] - 60, $top($name), 120, BOX_HEIGHT, '#f4f4f4', true);
        $picture->bold(COLUMNS[$name], $top($name) + 45, $name, 15, 'middle');
    }
    return (string) $picture;
}
