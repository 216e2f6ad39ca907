<?php
// What a PHPT has to ask for before it runs.
declare(strict_types=1);

/** Linux's alone: where there is no /proc, a test that reads it is skipped, or looks whether it can. */
function check_phpt(string $path, string $text): void
{
    $sections = preg_split('/^--([A-Z_]+)--\n/m', $text, -1, PREG_SPLIT_DELIM_CAPTURE);
    foreach (array_chunk(array_slice($sections, 1), 2) as [$name, $its]) {
        $texts[$name] = $its;
    }
    $asks = preg_match('~/proc|Linux|skip_without_(strace|private_network|fake_library)~', $texts['SKIPIF'] ?? '');
    $looks = '~is_(dir|file|readable)\(.?/proc/~';
    if (!$asks && str_contains($texts['FILE'] ?? '', '/proc/') && !preg_match($looks, $texts['FILE'])) {
        breach("$path:" . (substr_count(strstr($text, '/proc/', true), "\n") + 1), 'reads /proc, and no SKIPIF asks for it');
    }
}
