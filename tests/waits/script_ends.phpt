--TEST--
a script ends by exit(), a fatal error or a fork's end while tasks wait in calls of C code; nothing is left behind
--EXTENSIONS--
pcntl
posix
sysvsem
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/gate.inc';
require __DIR__ . '/../inc/parked.inc';

function wait_in_all(string $path): void
{
    static $kept = [];
    pcntl_sigprocmask(SIG_BLOCK, [SIGUSR1]);
    $kept[] = $file = fopen($path, 'c');
    flock($file, LOCK_EX);
    foreach ([
        fn () => flock(fopen($path, 'c'), LOCK_EX),
        fn () => flock(fopen($path, 'c'), LOCK_EX),
        fn () => proc_close(proc_open(gated_command(0), [], $pipes)),
        fn () => exec('exec >/dev/null; ' . gated_command(0)),
        fn () => pcntl_sigwaitinfo([SIGUSR1]),
    ] as $wait) {
        $kept[] = parked(function () use ($wait) {
            try {
                $wait();
            } finally {
                echo 'finally ';
            }
        });
    }
}

$path = temp_path('lock');
foreach ([
    'exit' => fn () => exit(5),
    'fatal error' => fn () => eval('function twice() {} function twice() {}'),
    'fork' => fn () => exit(ended(in_child(fn () => exit(7)))),
    'end' => fn () => null,
] as $name => $end) {
    echo "-- $name: ";
    echo ended(in_child(function () use ($path, $end) {
        ini_set('display_errors', '0');
        ini_set('log_errors', '0');
        register_shutdown_function(fn () => print('shutdown '));
        wait_in_all($path);
        $us = getmypid();
        register_shutdown_function(function () use ($us) {
            if (getmypid() === $us) open_gates();
        });
        $end();
    })), "\n";
}
?>
--EXPECT--
-- exit: shutdown finally finally finally finally finally 5
-- fatal error: shutdown 255
-- fork: shutdown shutdown finally finally finally finally finally 7
-- end: shutdown finally finally finally finally finally 0
