--TEST--
tasks, promise 9: a task that catches CancelledError for ever, or never comes out of its shield, does not keep the script from its end
--FILE--
<?php
use Uvstream\{CancelledError, Channel};
use function Uvstream\{delay, shield, spawn};

class Noisy
{
    public function __destruct() { echo "destructor\n"; }
}
$noisy = new Noisy;

[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$never = new Channel;
$waits = [
    fn () => delay(60),
    fn () => usleep(60_000_000),
    fn () => fread($ours, 10),
    fn () => $never->receive(),
];
foreach ($waits as $i => $wait) {
    spawn(function () use ($wait, $i) {
        for ($caught = 0;; ++$caught) {
            try {
                $wait();
            } catch (CancelledError $error) {
                if ($caught === 0) echo "$i: {$error->reason->name}\n";
            } finally {
                delay(0);
            }
        }
    });
}
// These two wait for each other, each behind its shield.
$first = spawn(function () use (&$second) {
    try {
        shield(fn () => $second->await());
    } finally {
        echo "the first has ended\n";
    }
});
$second = spawn(function () use ($first) {
    try {
        shield(fn () => $first->await());
    } finally {
        echo "the second has ended\n";
    }
});
delay(0);
echo "{main} ends\n";
?>
--EXPECT--
{main} ends
0: Shutdown
1: Shutdown
2: Shutdown
3: Shutdown
the first has ended
the second has ended
destructor
