--TEST--
life and death: at the script's end whatever tasks wait for is cancelled, after the last shutdown function and before destructors
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/waits.inc';
use function Uvstream\{delay, run, shield, spawn};
use Uvstream\CancelledError;
enter_network_of_waits();

/** Ends as it would alone; and waits again, which fails again. */
function noting(callable $wait, string $what): Closure
{
    return function () use ($wait, $what) {
        try {
            $wait();
            note("$what went on");
        } catch (CancelledError $e) {
            note("$what {$e->reason->name}");
            try {
                delay(20);
                note("$what waited");
            } catch (CancelledError) {
            }
        }
    };
}

class AtLast
{
    public function __destruct() { note('destructor'); }
}

foreach (kinds_of_wait() as $kind => $make) {
    expect($kind, outcome_of(function () use ($kind, $make) {
        $GLOBALS['at_last'] = new AtLast;
        let_wait(spawn(noting($make()[0], 'task')));
        register_shutdown_function(fn () => register_shutdown_function(note(...), 'the last'));
    }), 'shutdown; the last; task Shutdown; destructor; 0');
}
expect('all', outcome_of(function () {
    $tasks = array_map(fn ($make) => spawn(noting($make()[0], 'it')), array_values(kinds_of_wait()));
    let_wait(...$tasks);
}), 'shutdown; ' . str_repeat('it Shutdown; ', count(kinds_of_wait())) . '0');

// A task that has not begun never does; one behind a shield ends it first; one that would wait for ever is ended.
expect('others', outcome_of(function () {
    spawn(fn () => shield(function () {
        delay(0.01);
        note('shield ends');
    }));
    spawn(fn () => shield(fn () => Fiber::suspend()));
    spawn(function () {
        for (;;) {
            try {
                delay(20);
            } catch (CancelledError) {
            }
        }
    });
    delay(0);
    spawn(note(...), 'begins');
}), 'shutdown; shield ends; 0');
echo "done\n";
?>
--EXPECT--
done
