--TEST--
tasks: a task that is spawned into an outer group from within an inner run() outlives that, and can spawn
--FILE--
<?php
use Uvstream\{Channel, Group};
use function Uvstream\{delay, group, run, spawn};

run(function () {
    $ended = new Channel();
    group(function (Group $outer) use ($ended) {
        run(function () use ($outer, $ended) {
            $outer->spawn(function () use ($ended) {
                $ended->receive();
                spawn(fn () => print("spawned after the inner run() has ended\n"));
            });
        });
        $ended->send(true);
    });
    echo "the outer group has ended\n";
});

// The script's own
group(function (Group $outer) {
    $ended = new Channel();
    run(function () use ($outer, $ended) {
        $outer->spawn(function () use ($ended) {
            $ended->receive();
            spawn(fn () => print("one of the script's own\n"));
        });
    });
    $ended->send(true);
});
delay(0);
?>
--EXPECT--
the outer group has ended
spawned after the inner run() has ended
one of the script's own
