--TEST--
life and death: the child of a task's fork goes on as that task alone, and every wait works in it; the parent's tasks go on as if nothing had been
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/waits.inc';
use function Uvstream\{delay, run, spawn, tasks};
use Uvstream\Task;
enter_network_of_waits();

/** All kinds once more, beside each other. */
function wait_for_all(string $where): void
{
    run(function () use ($where) {
        $made = array_map(fn ($make) => $make(), kinds_of_wait(0.01));
        $tasks = array_map(fn ($one) => spawn($one[0]), $made);
        foreach ($made as [, $wake]) {
            if ($wake === null) continue;
            delay(0.001);
            spawn($wake);
        }
        foreach ($made as $kind => [, , $result]) expect("$kind in $where", $tasks[$kind]->await(), $result);
    });
}

$us = getmypid();
register_shutdown_function(function () use ($us) { if (getmypid() !== $us) fwrite($GLOBALS['line'], 'shutdown; '); });
[$theirs, $GLOBALS['line']] = pair();
try {
    run(function () use ($us) {
        $made = array_map(fn ($make) => $make(), kinds_of_wait());
        unset($made['connect']); // (which would be tried again, later and later, while the child runs)
        $tasks = array_map(fn ($one) => spawn(function () use ($one, $us) {
            try {
                return $one[0]();
            } finally {
                if (getmypid() !== $us) echo "unwound in the child\n";
            }
        }), array_filter($made, fn ($one) => $one[1] !== null));
        let_wait(...array_values($tasks));
        $forker = spawn(function () use ($us, $tasks) {
            $pid = pcntl_fork();
            if ($pid > 0) return ended($pid);
            pcntl_alarm(60);
            expect('tasks in the child', tasks(), [Task::current()]);
            foreach ($tasks as $kind => $task) {
                $task->cancel();
                expect("$kind in the child", $task->isDone(), true);
            }
            delay(0.001);
            wait_for_all('the child');
            spawn(fn () => delay(0.001))->await();
            return 'in the child';
        });
        expect('the child', $forker->await(), 0);
        foreach ($tasks as $kind => $task) {
            $made[$kind][1]();
        }
        foreach ($tasks as $kind => $task) expect("$kind in the parent", $task->await(), $made[$kind][2]);
        if (getmypid() !== $us) echo "{main} goes on in the child\n";
        wait_for_all('the parent');
    });
} finally {
    if (getmypid() !== $us) echo "{main} is unwound in the child\n";
}
echo fread($theirs, 100), "\n";
?>
--EXPECT--
shutdown; 
