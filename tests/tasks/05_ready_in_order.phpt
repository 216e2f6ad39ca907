--TEST--
tasks, promise 5: those who are ready run in the order in which they were woken: new ones, those that let others run, that await one, whose time has come
--INI--
uvstream.schedule=order
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/busy.inc';
use Uvstream\Channel;
use function Uvstream\{all, delay, group, run, spawn};

$names = ['a', 'b', 'c'];
echo "-- new ones, after their creator, and before what they wake\n";
run(function () use ($names) {
    foreach ($names as $name) {
        spawn(function () use ($name) {
            echo "$name ";
            spawn(fn () => print("$name's "));
        });
    }
    echo "creator ";
});
echo "\n-- delay(0)\n";
run(function () use ($names) {
    foreach ($names as $name) {
        spawn(function () use ($name) {
            for ($i = 0; $i < 3; ++$i) {
                echo "$name$i ";
                delay(0);
            }
        });
    }
});
echo "\n-- who awaits the same\n";
run(function () use ($names) {
    $gate = new Channel();
    $awaited = spawn(fn () => $gate->receive());
    foreach ($names as $name) spawn(fn () => $awaited->await() . print("$name "));
    delay(0);
    $gate->send('');
});
echo "\n-- whose time has come, by their time\n";
run(function () {
    foreach ([30, 10, 20] as $ms) spawn(fn () => delay($ms / 1000) ?? print("$ms "));
    delay(0);
    busy(0.04);
});
echo "\n-- a channel's, all at once\n";
run(function () use ($names) {
    $channel = new Channel();
    foreach ($names as $name) spawn(fn () => print($name . $channel->receive() . ' '));
    delay(0);
    foreach ([1, 2, 3] as $value) $channel->send($value);
    foreach ($names as $name) spawn(fn () => $channel->send($name) ?? print("$name sent "));
    delay(0);
    for ($i = 0; $i < 3; ++$i) echo $channel->receive(), ' ';
});
echo "\n-- those of a group with a limit\n";
echo implode(' ', all(array_map(fn ($name) => fn () => print("$name ") . (delay(0) ?? ''), [...$names, 'd', 'e']), 2)), "\n";
?>
--EXPECT--
-- new ones, after their creator, and before what they wake
creator a b c a's b's c's 
-- delay(0)
a0 b0 c0 a1 b1 c1 a2 b2 c2 
-- who awaits the same
a b c 
-- whose time has come, by their time
10 20 30 
-- a channel's, all at once
a1 b2 c3 a b c a sent b sent c sent 
-- those of a group with a limit
a b c d e 1 1 1 1 1
