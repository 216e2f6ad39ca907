--TEST--
tasks: where PHP's engine lets no strand be left a call waits in place, nobody else runs, and stats() counts it
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
use function Uvstream\{delay, spawn, stats};

function wait(string $where): void
{
    global $ran;
    $before = stats()['waits_in_place'];
    $ran = false;
    usleep(1);
    $counted = stats()['waits_in_place'] - $before;
    $GLOBALS['said'][] = "$where: " . ($ran ? 'others ran' : 'nobody else ran') . ", $counted counted";
}

spawn(function () {
    for (;;) {
        $GLOBALS['ran'] = true;
        delay(0);
    }
});
delay(0);
wait('elsewhere');

ob_start(function ($text) {
    wait('an output callback');
    return $text;
});
ob_end_flush();

class Cyclic
{
    public ?Cyclic $its;
    public function __construct() { $this->its = $this; }
    public function __destruct() { wait('the collector of cycles'); }
}
new Cyclic;
gc_collect_cycles();

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => wait("a signal's handler"));
posix_kill(getmypid(), SIGUSR1);
delay(0);
echo implode("\n", $said), "\n";
?>
--EXPECT--
elsewhere: others ran, 0 counted
an output callback: nobody else ran, 1 counted
the collector of cycles: nobody else ran, 1 counted
a signal's handler: nobody else ran, 1 counted
