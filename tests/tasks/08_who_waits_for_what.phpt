--TEST--
tasks, promise 8: the text of a DeadlockError says of each who waits for what, where, and who has it
--FILE--
<?php
use Uvstream\{Channel, DeadlockError, Task};
use function Uvstream\{delay, group, run, spawn};

function show(callable $fn): void
{
    try {
        $fn();
        echo "no deadlock\n";
    } catch (DeadlockError $error) {
        $text = str_replace(__DIR__ . '/', '', $error->getMessage());
        echo preg_replace('/channel #\d+/', 'channel', str_replace('; ', ";\n  ", $text)), "\n";
    }
    echo "  thrown in ", Task::current()?->name ?? '{main}', "\n";
}

echo "-- each other\n";
show(function () {
    $one = spawn(function () use (&$two) { $two->await(); });
    $two = spawn(function () use ($one) { $one->await(); });
    [$one->name, $two->name] = ['one', 'two'];
    try {
        $two->await();
    } finally {
        $two->cancel();
        $one->cancel();
    }
});

echo "-- channels as mutexes, by send() and by receive()\n";
show(fn () => run(function () {
    $by_send = new Channel(1);
    $by_receive = new Channel(1);
    $by_receive->send('token');
    $holder = spawn(function () use ($by_send, $by_receive) {
        $by_send->send(1);
        delay(0);
        $by_receive->receive();
    });
    $holder->name = 'holder';
    $by_receive->receive();
    delay(0);
    $by_send->send(1);
}));

echo "-- the end of a group, and its limit\n";
show(fn () => run(function () {
    group(function ($group) {
        $group->spawn(fn () => (new Channel)->receive())->name = 'first';
        $group->spawn(fn () => null);
        $group->spawn(fn () => null)->name = 'third';
    }, 1);
}));

echo "-- the innermost run, in a task\n";
show(function () {
    run(function () {
        $runner = spawn(function () {
            show(fn () => run(function () {
                (function ($channel) {
                    spawn(fn () => $channel->send(1));
                    foreach ($channel as $value) {
                        (new Channel)
                            ->receive();
                    }
                })(new Channel);
            }));
        });
        $runner->name = 'runner';
    });
});
?>
--EXPECT--
-- each other
All wait for each other: {main} waits for task #2 "two" in Uvstream\Task::await() at 08_who_waits_for_what.php:23;
  task #1 "one" waits for task #2 "two" in Uvstream\Task::await() at 08_who_waits_for_what.php:19;
  task #2 "two" waits for task #1 "one" in Uvstream\Task::await() at 08_who_waits_for_what.php:20
  thrown in {main}
-- channels as mutexes, by send() and by receive()
All wait for each other: {main} waits for room in channel, which was filled last by task #3 "holder" in Uvstream\Channel::send() at 08_who_waits_for_what.php:43;
  task #3 "holder" waits for a value of channel, of which the last one has {main} in Uvstream\Channel::receive() at 08_who_waits_for_what.php:38
  thrown in {main}
-- the end of a group, and its limit
All wait for each other: {main} waits for 3 tasks that it has opened a scope for (task #4 "first", task #5, task #6 "third") in Uvstream\group() at 08_who_waits_for_what.php:48;
  task #4 "first" waits for a value of channel in Uvstream\Channel::receive() at 08_who_waits_for_what.php:49;
  task #5 waits for its turn in a group with a limit;
  task #6 "third" waits for its turn in a group with a limit
  thrown in {main}
-- the innermost run, in a task
All wait for each other: {main} waits for 1 task that it has opened a scope for (task #7 "runner") in Uvstream\run() at 08_who_waits_for_what.php:57;
  task #7 "runner" waits for a value of channel in Uvstream\Channel::receive() at 08_who_waits_for_what.php:64
  thrown in runner
no deadlock
  thrown in {main}
