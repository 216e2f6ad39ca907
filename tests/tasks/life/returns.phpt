--TEST--
life and death: each kind of wait ends with what it waits for, in a task, which may be awaited twice, and in {main}
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/waits.inc';
use function Uvstream\{run, spawn, tasks};
enter_network_of_waits();

foreach (kinds_of_wait(0.01) as $kind => $make) {
    run(function () use ($kind, $make) {
        [$wait, $wake, $result] = $make();
        $task = spawn($wait);
        if ($wake !== null) {
            let_wait($task);
            $wake();
        }
        expect("$kind, awaited", $task->await(), $result);
        expect("$kind, awaited twice", $task->await(), $result);
    });
    if ($kind === 'suspended Fiber') continue; // {main} is none
    run(function () use ($kind, $make) {
        [$wait, $wake, $result] = $make();
        if ($wake !== null) spawn($wake);
        expect("$kind, in {main}", $wait(), $result);
    });
    expect("$kind, tasks left", tasks(), []);
}
echo "done\n";
?>
--EXPECT--
done
