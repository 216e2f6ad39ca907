--TEST--
life and death: after a fatal error in a task no user code runs but shutdown functions, whatever others wait for; the same for the time and memory limits
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/waits.inc';
use function Uvstream\{delay, run, spawn};
enter_network_of_waits();

function fatal_error(): void
{
    eval('interface Wanted { function it(); } class Lacks implements Wanted {}');
    note('not fatal');
}

/** Notes whether anything of it runs on. */
function noting(callable $wait): Closure
{
    return function () use ($wait) {
        try {
            $wait();
            note('went on');
        } finally {
            note('finally');
        }
    };
}

foreach (kinds_of_wait() as $kind => $make) {
    if ($kind === 'suspended Fiber') continue;
    expect("$kind, {main} waits", outcome_of(function () use ($make) {
        [$wait] = $make();
        spawn(fatal_error(...));
        noting($wait)();
    }), 'shutdown; 255');

    // Shutdown functions wait; and have tasks no more.
    expect("$kind, {main} waits in run()", outcome_of(function () use ($make) {
        [$wait] = $make();
        register_shutdown_function(function () {
            [$ours, $theirs] = pair();
            fwrite($theirs, "a line\n");
            note(trim(fgets($ours)));
            usleep(1000);
            run(fn () => delay(0.001));
            try {
                spawn(fn () => 1);
                note('spawned');
            } catch (Error $e) {
                note('no tasks');
            }
        });
        spawn(fn () => run(function () use ($wait) {
            spawn(function () {
                delay(0.001);
                fatal_error();
            });
            noting($wait)();
        }));
        delay(20);
    }), 'shutdown; a line; no tasks; 255');
}
foreach (kinds_of_wait(0.01) as $kind => $make) {
    expect("$kind, after it", outcome_of(function () use ($make) {
        [$wait, $wake] = $make();
        $task = spawn(function () use ($wait) {
            $wait();
            fatal_error();
        });
        if ($wake !== null) {
            let_wait($task);
            $wake();
        }
        noting(fn () => delay(20))();
    }), 'shutdown; 255');
}

ini_set('memory_limit', '128M');
$ends = [
    'fatal error' => fatal_error(...),
    'time limit' => function () {
        set_time_limit(1);
        for (;;);
    },
    'memory limit' => fn () => str_repeat('x', PHP_INT_MAX >> 8),
    'memory limit, in a run()' => fn () => run(function () {
        spawn(fn () => str_repeat('x', PHP_INT_MAX >> 8));
        delay(20);
    }),
    'fatal error in a Fiber' => fn () => (new Fiber(fatal_error(...)))->start(),
];
foreach ($ends as $what => $end) {
    expect("$what beside all", outcome_of(function () use ($end) {
        $tasks = array_map(fn ($make) => spawn(noting($make()[0])), kinds_of_wait());
        let_wait(...array_values($tasks));
        spawn($end);
        noting(fn () => delay(20))();
    }), 'shutdown; 255');
}
echo "done\n";
?>
--EXPECT--
done
