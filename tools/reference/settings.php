<?php
// The ini settings, for docs/reference/ and stubs/uvstream.php; both compare them with the code. All are php.ini's alone.
declare(strict_types=1);

const SETTINGS = [
    'uvstream.enable' => [
        'type' => 'bool', 'default' => '1', 'since' => '0.1.0',
        'text' => '`0` leaves PHP untouched: nothing is taken over or replaced',
        'more' => 'Neither are the names of namespace Uvstream there then.',
    ],
    'uvstream.schedule' => [
        'type' => 'string', 'default' => 'order', 'since' => '0.2.0',
        'text' => 'for tests: `random:SEED` has ready strands run in an order that comes from the seed, a number from 1 on',
        'more' => 'By default they run in the order in which they became ready. Code that passes its tests with each of a hundred'
            . ' seeds does not rely on that. Anything else warns when PHP starts, and is as the default.',
    ],
    'uvstream.dump_signal' => [
        'type' => 'string', 'default' => 'none', 'since' => '0.2.0',
        'text' => 'a signal by which the process writes what its tasks do to its error log: `SIGUSR2`, `SIGRTMIN+3`, `12`'
            . ' ([docs/seeing.md](docs/seeing.md))',
        'more' => 'What it writes is the text of [dump()](function.dump.md). Anything else warns when PHP starts, and is as the default.',
    ],
    'uvstream.park_libraries' => [
        'type' => 'string', 'default' => 'libcurl,libpq,libmemcached,libldap,ftp', 'since' => '0.2.0',
        'text' => 'the C libraries that let other tasks run while they wait ([docs/libraries.md](docs/libraries.md)); empty: none',
        'more' => '',
    ],
    'uvstream.slow_ms' => [
        'type' => 'int', 'default' => '0', 'since' => '0.2.0',
        'text' => 'so many milliseconds without letting other tasks run, and the place is in the error log, once; `0`: never',
        'more' => 'Anything but a number warns when PHP starts, and is as the default.',
    ],
];
