--TEST--
tasks, promise 6: a channel tells null from closed: receive() of a closed and empty one throws, iteration ends, those who wait to send fail
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require_once __DIR__ . '/../inc/parked.inc';
use Uvstream\{Channel, ClosedException};
use function Uvstream\spawn;

foreach ([0, 1, 4] as $capacity) {
    echo "-- capacity $capacity\n";
    $channel = new Channel($capacity);
    $values = [null, false, 0, '', [], NAN, null];
    $sender = spawn(function () use ($channel, $values) {
        foreach ($values as $value) $channel->send($value);
        $channel->close();
        return 'sent';
    });
    for ($got = []; count($got) < 3;) $got[] = $channel->receive();
    foreach ($channel as $key => $value) $got[] = $value;
    var_dump(serialize($got) === serialize($values), $key);
    echo $sender->await(), ', ', outcome(fn () => $channel->receive()), "\n";
    foreach ($channel as $value) echo "nothing is left\n";
    echo outcome(fn () => $channel->send(null)), "\n";
    var_dump($channel->isClosed(), count($channel));
    $channel->close();
    $channel->close();

    // Closed while it holds some: they can be received
    $channel = new Channel($capacity);
    for ($i = 0; $i < $capacity; ++$i) $channel->send(null);
    $senders = [parked(fn () => outcome(fn () => $channel->send('one'))), parked(fn () => outcome(fn () => $channel->send(null)))];
    var_dump($channel->isClosed());
    $channel->close();
    // (what they wait with is not sent, whether they have run yet or not)
    for ($held = 0; outcome(fn () => $channel->receive()) === 'returned null'; ++$held);
    echo "$held held\n";
    foreach ($senders as $task) echo $task->await(), "\n";

    // What was taken before is sent, though its sender has not run yet
    $channel = new Channel($capacity);
    for ($i = 0; $i < $capacity; ++$i) $channel->send(0);
    $task = parked(fn () => outcome(fn () => $channel->send('taken')));
    for ($got = []; count($got) <= $capacity;) $got[] = $channel->receive();
    $channel->close();
    echo $task->await(), ' ', end($got), "\n";

    // Those who wait to receive
    $channel = new Channel($capacity);
    $receivers = [
        parked(fn () => outcome(fn () => $channel->receive())),
        parked(function () use ($channel) {
            foreach ($channel as $value) echo "nothing comes\n";
            return 'the loop ends';
        }),
        parked(fn () => outcome(fn () => $channel->receive())),
    ];
    $channel->send(null); // the first one's, though it has not run yet
    $channel->close();
    foreach ($receivers as $task) echo $task->await(), "\n";
}

echo "-- by whoever is in the loop\n";
$channel = new Channel(3);
foreach ([1, null, 3] as $value) $channel->send($value);
foreach ($channel as $key => $value) {
    $channel->close();
    echo $key, ' => ', json_encode($value), "\n";
}

echo "-- two loops at once, a break, and by hand\n";
$channel = new Channel(9);
foreach (range(0, 8) as $value) $channel->send($value);
foreach ($channel as $key => $one) {
    foreach ($channel as $other) {
        echo "$key: $one, $other\n";
        break;
    }
    if ($key === 1) break;
}
$channel->close();
$iterator = $channel->getIterator();
foreach ($iterator as $key => $value) echo "$key => $value\n";
var_dump($iterator->valid());
$channel = new Channel(2);
$channel->send(null);
$channel->send('two');
$iterator = $channel->getIterator();
var_dump($iterator->valid(), $iterator->current(), $iterator->current());
$iterator->next();
var_dump($iterator->key(), $iterator->current());
$channel->close();
$iterator->next();
var_dump($iterator->valid(), $iterator->current());
echo outcome(function () use ($channel) { foreach ($channel as &$value); }), "\n";
?>
--EXPECT--
-- capacity 0
bool(true)
int(3)
sent, ClosedException: Cannot receive: the channel is closed and empty
ClosedException: Cannot send: the channel is closed
bool(true)
int(0)
bool(false)
0 held
ClosedException: Cannot send: the channel is closed
ClosedException: Cannot send: the channel is closed
returned null taken
returned null
the loop ends
ClosedException: Cannot receive: the channel is closed and empty
-- capacity 1
bool(true)
int(3)
sent, ClosedException: Cannot receive: the channel is closed and empty
ClosedException: Cannot send: the channel is closed
bool(true)
int(0)
bool(false)
1 held
ClosedException: Cannot send: the channel is closed
ClosedException: Cannot send: the channel is closed
returned null taken
returned null
the loop ends
ClosedException: Cannot receive: the channel is closed and empty
-- capacity 4
bool(true)
int(3)
sent, ClosedException: Cannot receive: the channel is closed and empty
ClosedException: Cannot send: the channel is closed
bool(true)
int(0)
bool(false)
4 held
ClosedException: Cannot send: the channel is closed
ClosedException: Cannot send: the channel is closed
returned null taken
returned null
the loop ends
ClosedException: Cannot receive: the channel is closed and empty
-- by whoever is in the loop
0 => 1
1 => null
2 => 3
-- two loops at once, a break, and by hand
0: 0, 1
1: 2, 3
0 => 4
1 => 5
2 => 6
3 => 7
4 => 8
bool(false)
bool(true)
NULL
NULL
int(1)
string(3) "two"
bool(false)
NULL
Error: An iterator cannot be used with foreach by reference
