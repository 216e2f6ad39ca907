--TEST--
uvstream.park_libraries: of a list that is none PHP warns at start-up, and the default stays
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';

function listed(string $options): string
{
    $command = [...php_with_options(), '-d', 'display_startup_errors=1', '-d', 'html_errors=0', ...($options === '' ? [] : ['-d', $options])];
    $command = [...$command, '-r', 'echo "[", ini_get("uvstream.park_libraries"), "]\n";'];
    return trim(shell_exec(implode(' ', array_map('escapeshellarg', $command))));
}

$default = listed('');
foreach (['a,,b', 'libcurl,', ',libpq', ',', 'lib curl', 'libpq;libcurl', '/usr/lib/libpq.so', " libpq ,\tlibcurl ", 'libpq', '', ' '] as $list) {
    echo str_replace($default, 'the default', listed("uvstream.park_libraries=\"$list\"")), "\n";
}
?>
--EXPECTF--
Warning: PHP Startup: uvstream.park_libraries must be names of libraries with commas between them, as "libcurl,libpq", or empty, "a,,b" given in Unknown on line 0
the default
Warning: PHP Startup: uvstream.park_libraries must be names of libraries with commas between them, as "libcurl,libpq", or empty, "libcurl," given in Unknown on line 0
the default
Warning: PHP Startup: uvstream.park_libraries must be names of libraries with commas between them, as "libcurl,libpq", or empty, ",libpq" given in Unknown on line 0
the default
Warning: PHP Startup: uvstream.park_libraries must be names of libraries with commas between them, as "libcurl,libpq", or empty, "," given in Unknown on line 0
the default
Warning: PHP Startup: uvstream.park_libraries must be names of libraries with commas between them, as "libcurl,libpq", or empty, "lib curl" given in Unknown on line 0
the default
Warning: PHP Startup: uvstream.park_libraries must be names of libraries with commas between them, as "libcurl,libpq", or empty, "libpq;libcurl" given in Unknown on line 0
the default
Warning: PHP Startup: uvstream.park_libraries must be names of libraries with commas between them, as "libcurl,libpq", or empty, "/usr/lib/libpq.so" given in Unknown on line 0
the default
[ libpq ,	libcurl ]
[libpq]
[]
[ ]
