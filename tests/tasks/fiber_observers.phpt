--TEST--
tasks: PHP's observers of Fibers see a task begin where it is spawned, each switch, and its end; at the script's end none is left
--EXTENSIONS--
ffi
--SKIPIF--
<?php
if (PHP_ZTS) die('skip an observer by FFI is called in no thread');
try {
    FFI::cdef('void zend_observer_fiber_init_register(void (*handler)(intptr_t));');
} catch (FFI\Exception $e) {
    die('skip ' . $e->getMessage());
}
?>
--INI--
ffi.enable=1
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

// What OpenTelemetry does: what is new has what the one has that is running.
$current = $main = new ArrayObject(['main']);
$all = [];
$ffi = FFI::cdef(<<<'C'
    void zend_observer_fiber_init_register(void (*handler)(intptr_t));
    void zend_observer_fiber_switch_register(void (*handler)(intptr_t, intptr_t));
    void zend_observer_fiber_destroy_register(void (*handler)(intptr_t));
    C);
$ffi->zend_observer_fiber_init_register(function (int $new) use (&$all, &$current) { $all[$new] = clone $current; });
$ffi->zend_observer_fiber_switch_register(function (int $from, int $to) use (&$all, &$current, $main) { $current = $all[$to] ?? $main; });
$ffi->zend_observer_fiber_destroy_register(function (int $gone) use (&$all) { unset($all[$gone]); });

$named = function (string $name, callable $body) use (&$current) {
    $current[] = $name;
    $body();
    unset($current[array_key_last((array) $current)]);
};
$told = [];
$tell = function (string $name) use (&$current, &$told) {
    $told[] = "$name: " . implode(' ', (array) $current) . "\n";
};

run(function () use ($named, $tell) {
    $named('run', function () use ($named, $tell) {
        for ($i = 0; $i < 3; $i++) {
            $named("of $i", fn () => spawn(function () use ($i, $named, $tell) {
                $tell("task $i");
                $named("in $i", function () use ($i, $tell) {
                    delay(0);
                    $inner = spawn(fn () => $tell("inner of $i"));
                    delay(0);
                    $tell("task $i");
                    $inner->await();
                });
                $tell("task $i");
            }));
        }
        $named('of none', fn () => spawn($tell, 'never')->cancel());
        delay(0);
    });
});
$tell('main');
sort($told);
echo implode($told);
$last = new class($all) { // tasks have ended when it goes
    public function __construct(private array &$all) {}
    public function __destruct() { echo count($this->all), " left\n"; }
};
spawn(fn () => delay(60));
delay(0);
?>
--EXPECT--
inner of 0: main run of 0 in 0
inner of 1: main run of 1 in 1
inner of 2: main run of 2 in 2
main: main
task 0: main run of 0
task 0: main run of 0
task 0: main run of 0 in 0
task 1: main run of 1
task 1: main run of 1
task 1: main run of 1 in 1
task 2: main run of 2
task 2: main run of 2
task 2: main run of 2 in 2
0 left
