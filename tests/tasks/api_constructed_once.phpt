--TEST--
Uvstream\Channel and TaskLocal: a constructor that is called again throws, and changes nothing
--FILE--
<?php
use Uvstream\{Channel, TaskLocal};
use function Uvstream\{delay, run, spawn};

function tell(callable $again): void
{
    try {
        $again();
        echo "nothing thrown\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}

$channel = new Channel(1);
tell(fn () => $channel->__construct(1000));
tell(fn () => $channel->__construct());
run(function () use ($channel) {
    $sender = spawn(function () use ($channel) {
        $channel->send('first');
        $channel->send('second'); // there is room for one
        echo "sent\n";
    });
    delay(0);
    var_dump(count($channel), $sender->isDone());
    tell(fn () => $channel->__construct(1000));
    echo $channel->receive(), ' ', $channel->receive(), "\n";
});
foreach ([new TaskLocal, new TaskLocal(null), new TaskLocal('given')] as $local) {
    tell(fn () => $local->__construct('again'));
    tell(fn () => $local->__construct());
    var_dump($local->get());
}
?>
--EXPECT--
Cannot call constructor twice
Cannot call constructor twice
int(1)
bool(false)
Cannot call constructor twice
first second
sent
Cannot call constructor twice
Cannot call constructor twice
NULL
Cannot call constructor twice
Cannot call constructor twice
NULL
Cannot call constructor twice
Cannot call constructor twice
string(5) "given"
