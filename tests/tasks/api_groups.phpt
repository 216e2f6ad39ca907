--TEST--
tasks: group(), all() and first(): limits, keys, generators, what fails first and further, and nothing at all
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{Channel, Group, Task};
use function Uvstream\{all, delay, first, group, run, spawn, tasks, timeout};

$body = function () {
    $running = $most = 0;
    $work = function ($value = null) use (&$running, &$most) {
        $most = max($most, ++$running);
        for ($i = 0; $i < 3; ++$i) delay(0);
        --$running;
        return $value;
    };
    $most_of = function (callable $fn) use (&$most) { $most = 0; $fn(); return $most; };

    echo "-- limits: ";
    $shown = fn (?int $limit, int $most) => match (true) { // (as many as happen to meet)
        $limit === null => $most > 7 ? 'all' : $most,
        default => $most <= $limit ? "<=$limit" : $most,
    };
    foreach ([1, 2, 7, null] as $limit) {
        echo $shown($limit, $most_of(fn () => group(function (Group $group) use ($work) {
            for ($i = 0; $i < 20; ++$i) $group->spawn($work);
        }, $limit))), ' ', $shown($limit, $most_of(fn () => all(array_fill(0, 20, $work), $limit))), ' ';
    }
    // A member may add more; its place is taken as long as it waits
    echo $most_of(fn () => group(function (Group $group) use ($work) {
        $group->spawn(function () use ($group, $work) {
            for ($i = 0; $i < 5; ++$i) $group->spawn($work);
            delay(0);
        });
    }, 2)), "\n";

    echo "-- group\n";
    echo outcome(fn () => group(fn (Group $group) => count($group))), "\n";
    echo outcome(fn () => group(function (Group $group) {
        $task = $group->spawn(fn ($a, $b) => "$a $b", 'one', b: 'two');
        return [count($group), $task->await(), count($group)];
    })), "\n";
    echo outcome(fn () => group(function (Group $group) {
        foreach (['first', 'second', 'third'] as $i => $text) {
            $group->spawn(function () use ($text, $i) {
                // All of them fail, the later ones in their clean-up
                try { delay(0.001 + 60 * $i); } finally { throw new LogicException($text); }
            });
        }
    })), "\n";
    echo outcome(fn () => group(function (Group $group) {
        $task = $group->spawn(function () { try { delay(60); } catch (Throwable) { throw new RuntimeException('a member'); } });
        while (!str_contains($task->where(), 'delay')) delay(0);
        throw new LogicException('its function');
    })), "\n";
    echo outcome(fn () => group(function (Group $group) {
        $group->spawn(fn () => delay(60));
        delay(0);
        $group->cancel('enough');
        $group->cancel('a second time');
        echo outcome(fn () => delay(0)), ' ', outcome(fn () => delay(60)), "\n";
        return 'its value';
    })), "\n";
    echo outcome(fn () => group(function (Group $group) {
        $group->cancel('and it waits');
        delay(0);
    })), "\n";

    echo "-- all\n";
    echo outcome(fn () => all([])), ' ', outcome(fn () => all(new EmptyIterator)), "\n";
    $fns = ['b' => fn () => delay(0.002) ?? 1, 5 => fn () => null, 'a' => fn () => delay(0) ?? [3], '' => fn () => 4, '7' => fn () => false];
    echo outcome(fn () => all($fns)), ' ', outcome(fn () => all($fns, 1)), ' ', outcome(fn () => all(new ArrayIterator($fns), 2)), "\n";
    echo outcome(fn () => all((function () use ($fns) { foreach ($fns as $key => $fn) { delay(0); yield $key => $fn; } })())), "\n";
    echo outcome(fn () => all((function () { yield 'same' => fn () => 1; yield 'same' => fn () => 2; yield "" => fn () => 3; yield 1.0 => fn () => 4; })())), "\n";
    echo outcome(fn () => all((function () { yield 'k' => fn () => 1; throw new LogicException('of the generator'); })())), "\n";
    echo strtok(outcome(fn () => all((function () { yield [] => fn () => 1; })())), ':'), "\n"; // (each PHP has its own text)
    echo outcome(fn () => all((function () {
        yield fn () => throw new LogicException('of a task');
        try { delay(60); } catch (Throwable $e) { echo 'within the generator: ', chain_of($e), "\n"; throw $e; }
    })())), "\n";
    $fn = 'strtoupper';
    $list = [&$fn];
    echo outcome(fn () => all($list)), "\n";
    $list = [fn () => 'as it was'];
    echo outcome(fn () => all([...$list, function () use (&$list) { $list = []; return count($list); }])), "\n";
    echo outcome(fn () => all([failing('one'), fn () => delay(60) ?? throw new LogicException('two'), fn () => delay(60)])), "\n";
    echo outcome(fn () => all([fn () => delay(60), 'no_such'])), "\n";
    echo outcome(fn () => all(['x' => fn () => 1, 'cancelled' => function () { Task::current()->cancel('by itself'); delay(0); }])), "\n";

    echo "-- first\n";
    echo outcome(fn () => first([fn () => delay(60), fn () => delay(0.001) ?? 'quick', fn () => delay(60)])), "\n";
    echo outcome(fn () => first(['x' => fn () => null])), "\n";
    echo outcome(fn () => first([failing('one'), fn () => delay(0.001) ?? 'in spite of it'])), "\n";
    echo outcome(fn () => first((function () { yield fn () => 'of a generator'; })())), "\n";
    $stage = (object) ['done' => 0];
    $in_turn = fn (int $turn, Throwable $e) => function () use ($turn, $e, $stage) { while ($stage->done < $turn) delay(0); ++$stage->done; throw $e; };
    echo outcome(fn () => first([$in_turn(2, new LogicException('three')), $in_turn(0, new LogicException('one')), $in_turn(1, new LogicException('two', 0, new Exception('its own')))])), "\n";
    echo outcome(fn () => first([fn () => delay(0.01) ?? throw new LogicException('late'), function () { Task::current()->cancel(); delay(0); }])), "\n";
    echo outcome(fn () => first([function () { Task::current()->cancel('each was cancelled'); delay(0); }])), "\n";
    echo outcome(fn () => first([fn () => 'quick', function () { try { delay(60); } finally { throw new LogicException('in its clean-up'); } }])), "\n";
    $same = new LogicException('the same one');
    echo outcome(fn () => first([fn () => throw $same, fn () => throw $same])), ' ', outcome(fn () => all([fn () => throw $same, fn () => throw $same])), "\n";
};

$told = [];
foreach (['{main}' => fn () => $body(), 'run' => fn () => run($body), 'a task' => fn () => run(fn () => spawn($body)->await()),
          'a Fiber' => function () use ($body) { (new Fiber($body))->start(); },
          'a Fiber in a task' => function () use ($body) { run(fn () => spawn(function () use ($body) { (new Fiber($body))->start(); })->await()); }] as $name => $in) {
    ob_start();
    $in();
    $text = ob_get_clean();
    if (!$told) echo $text;
    elseif ($text !== $told[0]) echo "In $name:\n$text";
    $told[] = $text;
}
var_dump(tasks());
?>
--EXPECT--
-- limits: <=1 <=1 <=2 <=2 <=7 <=7 all all 2
-- group
returned 0
returned [1,"one two",0]
LogicException: first <- LogicException: second <- CancelledError(Failure): The task was cancelled <- LogicException: third <- CancelledError(Failure): The task was cancelled
LogicException: its function <- RuntimeException: a member
CancelledError(Requested): enough CancelledError(Requested): enough
returned "its value"
returned null
-- all
returned [] returned []
returned {"b":1,"5":null,"a":[3],"":4,"7":false} returned {"b":1,"5":null,"a":[3],"":4,"7":false} returned {"b":1,"5":null,"a":[3],"":4,"7":false}
returned {"b":1,"5":null,"a":[3],"":4,"7":false}
returned {"same":2,"":3,"1":4}
LogicException: of the generator
TypeError
within the generator: CancelledError(Failure): The task was cancelled
LogicException: of a task
ArgumentCountError: strtoupper() expects exactly 1 argument, 0 given
returned ["as it was",0]
LogicException: one
TypeError: Each function must be a valid callback, function "no_such" not found or invalid function name
CancelledError(Requested): by itself
-- first
returned "quick"
returned null
returned "in spite of it"
returned "of a generator"
LogicException: three <- LogicException: two <- Exception: its own <- LogicException: one
LogicException: late
CancelledError(Requested): each was cancelled
returned "quick"
LogicException: the same one LogicException: the same one
array(0) {
}
