--TEST--
seeing: uvstream.slow_ms has each place in the log, once, where a strand let others run only after so long a time; without others, and by default, none
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

const CODE = 'use function Uvstream\{delay, run, spawn};
function compute() { for ($end = hrtime(true) + 40_000_000; hrtime(true) < $end;); }
compute();
delay(0.001);
run(function () {
    spawn(function () {
        for ($i = 0; $i < 3; ++$i) {
            compute();
            delay(0);
        }
    })->name = "computes";
    spawn(function () {
        compute();
    })->await();
    compute();
    sleep(0);
    ob_start(function () { usleep(40_000); return ""; });
    ob_end_clean();
    delay(0);
    delay(0.1);
});
compute();
delay(0);
echo "ends\n";';
foreach (['by default' => [], '20 ms' => ['uvstream.slow_ms=20'], 'ten minutes' => ['uvstream.slow_ms=600000']] as $name => $settings) {
    $process = new Watched(CODE, $settings);
    echo "-- $name\n", $process->rest(), preg_replace('/ for \d+ ms/', ' for N ms', without_numbers($process->log));
}
$process = new Watched('echo ini_get("uvstream.slow_ms"), "\n";', ['uvstream.slow_ms=soon', 'display_errors=1', 'display_startup_errors=1']);
echo $process->rest();
?>
--EXPECT--
-- by default
ends
-- 20 ms
ends
task #1 "computes" held the thread for N ms without letting others run, until in Uvstream\delay() at Command line code:9
task #2 held the thread for N ms without letting others run, until at Command line code:12
{main} held the thread for N ms without letting others run, until in sleep() at Command line code:16
{main} held the thread for N ms without letting others run, until in Uvstream\delay() at Command line code:19
-- ten minutes
ends

Warning: PHP Startup: uvstream.slow_ms must be a number of milliseconds, from 1 on, or 0, "soon" given in Unknown on line 0
0
