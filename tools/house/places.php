<?php
// What has its place: what may be written in certain files only, names of files, and their length.
declare(strict_types=1);

// What may be written in certain files only: [pattern, why, files].
const ONLY_IN = [
    ['/\buv_run\s*\(/', 'one place turns the loop', ['ext_src/loop/event_loop.cpp', 'ext_src/loop/event_loop_windows.cpp']],
    ['/\buv_close\s*\(/', 'one place closes handles',
        ['ext_src/loop/event_loop.cpp', 'ext_src/loop/event_loop_windows.cpp', 'include/uvstream/loop/event_loop.h']],
    ['/\b(PHP_(VERSION_ID|(MAJOR|MINOR|RELEASE)_VERSION|API_VERSION)|ZEND_(MODULE|EXTENSION)_API_NO)\b/',
        'one place knows the versions of PHP', ['include/uvstream/zend/compat.h']],
    // (Unwinding to an exit is no error: zend_throw_unwind_exit and zend_throw_graceful_exit are free.)
    ['/\b(php_error(_docref\d?)?|zend_error(_\w+)?|zend_throw_(?!unwind_|graceful_)\w+'
        . '|zend_(value|type|argument\w*|wrong_\w+)_error\w*'
        . '|php_stream_(error|fatal|notice|warn\w*|wrapper_(log_)?(error|warn|notice)\w*))\s*\(/',
        'one place raises errors', ['ext_src/zend/report.cpp', 'ext_src/zend/task_report.cpp',
            'include/uvstream/zend/compat.h']],
];

const MAX_LINES = 300;
// Our include directory stands before the system's and PHP's: such a header of ours would be taken for theirs. (As those of
// include/windows are to be, which only Windows builds see.)
const FOREIGN_HEADERS = ['config.h', 'php.h', 'uv.h', 'errno.h', 'string.h', 'socket.h', 'signal.h', 'time.h', 'poll.h',
    'zend.h', 'sapi.h'];

function check_places(string $path, string $text): void
{
    foreach (explode("\n", code_of($text, false)) as $i => $line) {
        foreach (ONLY_IN as [$pattern, $why, $homes]) {
            if (!in_array($path, $homes, true) && preg_match($pattern, $line, $m)) {
                breach("$path:" . ($i + 1), rtrim($m[0], ' (') . " belongs into $homes[0]: $why");
            }
        }
    }
}

function check_length(string $path, string $text): void
{
    $lines = substr_count($text, "\n");
    $lines <= MAX_LINES || breach("$path:$lines", "$lines lines; at most " . MAX_LINES);
}

function check_name(string $path): void
{
    $name = basename($path);
    if (preg_match('/\..*\.(c|cpp)$/', $name)) {
        breach("$path:1", 'more than one dot in a source\'s name: make would cut the object\'s name at the first');
    }
    if (!str_starts_with($path, 'include/windows/') && in_array(strtolower($name), FOREIGN_HEADERS, true)) {
        breach("$path:1", 'named like a header of the system or of PHP');
    }
}

/** Two sources of one name would be one object on Windows, and two headers of one name are taken for each other. */
function check_twins(string $folder): void
{
    $seen = [];
    foreach (files($folder) as $path) {
        $key = strtolower(preg_replace('/\.(c|cpp)$/', '.obj', basename($path)));
        isset($seen[$key]) ? breach("$path:1", "has the name of $seen[$key]") : $seen[$key] = $path;
    }
}
