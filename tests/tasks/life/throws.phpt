--TEST--
life and death: what is thrown after each kind of wait is thrown by each await, and reported once if nobody awaits
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/waits.inc';
use function Uvstream\{on_error, run, spawn};
enter_network_of_waits();

function caught(callable $what): ?Throwable
{
    try {
        $what();
    } catch (Throwable $e) {
        return $e;
    }
    return null;
}

$reported = [];
on_error(function (Throwable $e, Uvstream\Task $task) use (&$reported) { $reported[] = $e->getMessage(); });
foreach (kinds_of_wait(0.01) as $kind => $make) {
    run(function () use ($kind, $make, &$reported) {
        $throws = function (string $what) use ($make) {
            [$wait, $wake] = $make();
            $task = spawn(function () use ($wait, $what) {
                $wait();
                throw new LogicException($what);
            });
            if ($wake !== null) {
                let_wait($task);
                $wake();
            }
            return $task;
        };
        $task = $throws("$kind, awaited");
        $first = caught(fn () => $task->await());
        expect($kind, $first?->getMessage(), "$kind, awaited");
        expect("$kind, awaited twice", caught(fn () => $task->await()), $first);
        $throws("$kind, not awaited");
    });
    expect($kind, $reported, ["$kind, not awaited"]);
    $reported = [];
}
echo "done\n";
?>
--EXPECT--
done
