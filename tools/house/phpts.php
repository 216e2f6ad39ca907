<?php
// What a PHPT has to ask for before it runs.
declare(strict_types=1);

// The functions of tests/inc that read /proc, and cannot do without.
const READ_PROC = 'await_threads|copy_by_number|tls_full_pair|descriptor_(of|flags)|with_descriptor|is_(nonblocking|close_on_exec)';

/** Linux's alone: where there is no /proc, a test that reads it is skipped, or looks whether it can. */
function check_phpt(string $path, string $text): void
{
    $sections = preg_split('/^--([A-Z_]+)--\n/m', $text, -1, PREG_SPLIT_DELIM_CAPTURE);
    foreach (array_chunk(array_slice($sections, 1), 2) as [$name, $its]) {
        $texts[$name] = $its;
    }
    $asks = preg_match('~/proc|Linux|skip_without_(strace|private_network|fake_library)~', $texts['SKIPIF'] ?? '');
    $looks = '~is_(dir|file|readable)\(.?/proc/~';
    $reads = preg_match('~/proc/|\b(' . READ_PROC . ')\(~', $texts['FILE'] ?? '', $found);
    if (!$asks && $reads && !preg_match($looks, $texts['FILE'])) {
        $line = substr_count(strstr($text, $found[0], true), "\n") + 1;
        breach("$path:$line", 'reads /proc, and no SKIPIF asks for it');
    }
}
