--TEST--
tasks, promise 12: while the collector of cycles calls a destructor, nobody else runs
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

class Cycle
{
    public $self;
    public function __construct(private Closure $destruct) { $this->self = $this; }
    public function __destruct() { ($this->destruct)(); }
}

run(function () {
    $log = [];
    spawn(function () use (&$log) {
        for ($i = 0; $i < 3; $i++) {
            $log[] = 'other';
            delay(0);
        }
    });
    spawn(function () use (&$log) {
        new Cycle(function () use (&$log) {
            $log[] = 'destructor';
            delay(0.001);
            $log[] = 'destroyed';
        });
        gc_collect_cycles();
        $log[] = 'collected';
        delay(0);
    });
    delay(0);
    delay(0);
    delay(0);
    delay(0);
    echo implode(' ', $log), "\n";
});
var_dump(gc_status()['running'] ?? false);
?>
--EXPECT--
other destructor destroyed collected other other
bool(false)
