--TEST--
sleep(), usleep(), time_nanosleep(), time_sleep_until(): the other tasks run meanwhile, in {main} too
--FILE--
<?php
use function Uvstream\{run, spawn};

$sleeps = [
    'sleep' => fn () => sleep(1),
    'usleep' => fn () => usleep(100_000),
    'time_nanosleep' => fn () => time_nanosleep(0, 100_000_001),
    'time_sleep_until' => fn () => time_sleep_until(microtime(true) + 0.1),
];
function beside_others(callable $sleep): void
{
    $begin = hrtime(true);
    $order = [];
    for ($i = 0; $i < 3; ++$i) {
        spawn(function () use (&$order, $i, $sleep) {
            $order[] = "begins $i";
            $sleep();
            $order[] = "ends $i";
        });
    }
    $tick = spawn(function () use (&$order) {
        usleep(1000);
        $order[] = 'tick';
    });
    $result = $sleep();
    $slept = (hrtime(true) - $begin) / 1e9;
    $tick->await();
    echo json_encode($result), ' ', array_search('tick', $order) === 3 ? 'all at once' : implode(', ', $order), "\n";
    if ($slept < 0.0999) echo "awake after $slept s\n";
}

foreach ($sleeps as $name => $sleep) {
    echo "$name: ";
    run(beside_others(...), $sleep);
}
// No time at all: those that are ready run once.
foreach ([fn () => sleep(0), fn () => usleep(0), fn () => time_nanosleep(0, 0)] as $sleep) {
    run(function () use ($sleep) {
        $rounds = [0, 0];
        foreach ($rounds as $i => $_) {
            spawn(function () use (&$rounds, $i, $sleep) { while ($rounds[$i] < 3) { ++$rounds[$i]; $sleep(); } });
        }
        echo json_encode($sleep()), ' ', json_encode($rounds), "\n";
    });
}
// {main}, without run().
$task = spawn(fn () => print("task\n"));
usleep(1);
echo "main\n";
?>
--EXPECT--
sleep: 0 all at once
usleep: null all at once
time_nanosleep: true all at once
time_sleep_until: true all at once
0 [1,1]
null [1,1]
true [1,1]
task
main
