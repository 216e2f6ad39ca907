<?php
// One header for each source, of the same name in the mirrored folder: ext_src/stream/tls/x.cpp and
// include/uvstream/stream/tls/x.h. A part that one kind of systems has is x_unix.cpp or x_windows.cpp. What a header declares its source defines; a header that defines all itself needs none.
declare(strict_types=1);

// The module's entry has the header that PHP's build looks for.
const MODULE = ['ext_src/php/uvstream.cpp', 'include/php_uvstream.h'];

/** The header of a source, if it is there. */
function header_of(string $source): ?string
{
    global $root;
    $own = preg_replace('~^ext_src/(.+?)(_unix|_windows)?\.cpp$~', 'include/uvstream/$1.h', $source, 1, $count);
    return match (true) {
        $count === 0 => null,
        is_file("$root/$own") => $own,
        $source === MODULE[0] => MODULE[1],
        default => null,
    };
}

function check_source_has_header(string $source, string $text): void
{
    $header = header_of($source);
    $includes = includes_of($text);
    if ($header === null) {
        breach("$source:1", 'has no header of its own, include/uvstream/' . substr($source, strlen('ext_src/'), -3) . 'h');
        return;
    }
    $first = reset($includes) === false ? null : resolve(reset($includes)[0], $source);
    if ($first !== $header) {
        breach("$source:1", "does not include its own header first, $header");
    }
}

/** @param list<string> $sources all */
function check_header_has_source(string $header, string $text, array $sources): void
{
    global $root;
    $declared = names_in($text)['declared'];
    $mine = array_filter($sources, fn ($source) => header_of($source) === $header);
    $defined = [];
    foreach ($mine as $source) {
        $defined = [...$defined, ...names_in(file_get_contents("$root/$source"))['defined']];
    }
    foreach (array_diff($declared, $defined) as $name) {
        preg_match("/(?<!\w)$name\s*[(;)]/", $text, $m, PREG_OFFSET_CAPTURE);
        $line = substr_count($text, "\n", 0, $m[0][1] ?? 0) + 1;
        $why = $mine ? 'none of its sources defines it' : 'has no source of its name';
        breach("$header:$line", "declares $name: $why");
    }
}

function check_headers(array $texts): void
{
    $sources = preg_grep('~^ext_src/.+\.cpp$~', array_keys($texts));
    foreach ($texts as $path => $text) {
        if (in_array($path, $sources, true)) {
            check_source_has_header($path, $text);
        } elseif (layer_of($path) !== null) {
            check_header_has_source($path, $text, $sources);
        }
    }
}
