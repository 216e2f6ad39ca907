--TEST--
tasks, promise 7: awaiting twice gives the same value, or throws the same error
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use function Uvstream\{all, delay, group, run, spawn};

$same = function (callable $await, int $times = 3): array {
    for ($i = 0; $i < $times; ++$i) {
        try {
            $got[] = $await();
        } catch (Throwable $e) {
            $got[] = $e;
        }
    }
    return $got;
};
$is_same = fn (array $got) => array_filter($got, fn ($one) => $one !== $got[0]) === [];

foreach (['{main}' => fn ($body) => $body(), 'a task' => fn ($body) => run(fn () => spawn($body)->await())] as $name => $in) {
    echo "-- in $name\n";
    $in(function () use ($same, $is_same) {
        $object = new stdClass;
        foreach ([null, 5, 'text', [1, [2]], $object] as $value) {
            $task = spawn(fn () => delay(0) ?? $value);
            $got = $same(fn () => $task->await());
            echo $is_same($got) && $got[0] === $value ? 'same ' : 'not the same ';
        }
        echo "\n";

        // Before it ends by several at once, and afterwards
        $task = spawn(fn () => delay(0) ?? throw new LogicException('it fails'));
        $got = all(array_fill(0, 3, fn () => $same(fn () => $task->await())));
        $got = array_merge(...$got, ...[$same(fn () => $task->await())]);
        var_dump(count($got), $is_same($got));
        echo get_class($got[0]), ' of line ', $got[0]->getLine(), ', ', count($got[0]->getTrace()), " calls\n";

        // While it is on its way already
        echo outcome(function () use ($task) {
            try {
                $task->await();
            } finally {
                $task->await();
            }
        }), "\n";
        echo outcome(function () use ($task) {
            try {
                $task->await();
            } catch (LogicException $e) {
                throw new RuntimeException('wrapped', 0, $e);
            } finally {
                outcome(fn () => $task->await());
            }
        }), "\n";

        $task = spawn(fn () => delay(60));
        $task->cancel('why');
        $got = $same(fn () => $task->await());
        echo $is_same($got) ? '' : 'not ', 'the same ', outcome(fn () => $task->await()), "\n";
        $task = spawn(fn () => delay(60));
        delay(0);
        $task->cancel('in a wait');
        $got = $same(fn () => $task->await());
        echo $is_same($got) ? '' : 'not ', 'the same ', outcome(fn () => $task->await()), "\n";
    });
}

echo "-- by reference, and what it returned changes: the next one gets it as it was\n";
$task = spawn(function &() { static $list = [1]; return $list; });
$list = $task->await();
$list[] = 2;
echo json_encode($task->await()), "\n";

echo "-- in groups whose members await each other: each failure once in the chain\n";
echo outcome(fn () => group(function ($group) {
    $one = $group->spawn(fn () => delay(0) ?? throw new LogicException('one'));
    $two = $group->spawn(function () use ($one) {
        try {
            $one->await();
        } catch (LogicException $e) {
            throw new RuntimeException('two', 0, $e);
        }
    });
    $group->spawn(fn () => $two->await());
    $group->spawn(fn () => $one->await());
    $group->spawn(fn () => $two->await());
    $one->await();
})), "\n";
?>
--EXPECT--
-- in {main}
same same same same same 
int(12)
bool(true)
LogicException of line 29, 1 calls
LogicException: it fails
RuntimeException: wrapped <- LogicException: it fails
the same CancelledError(Requested): why
the same CancelledError(Requested): in a wait
-- in a task
same same same same same 
int(12)
bool(true)
LogicException of line 29, 1 calls
LogicException: it fails
RuntimeException: wrapped <- LogicException: it fails
the same CancelledError(Requested): why
the same CancelledError(Requested): in a wait
-- by reference, and what it returned changes: the next one gets it as it was
[1]
-- in groups whose members await each other: each failure once in the chain
LogicException: one
