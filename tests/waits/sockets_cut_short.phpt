--TEST--
A task that is cancelled in a function of ext/sockets, or meets its limit there: no warning, nothing lost, nothing left
--EXTENSIONS--
sockets
--FILE--
<?php
require_once __DIR__ . '/../inc/socket_waits.inc';
require_once __DIR__ . '/../inc/descriptors.inc';
use function Uvstream\{delay, run, spawn, timeout};

run(function () {
    spawn(fn () => delay(0.001))->await(); // which makes the loop
    foreach (socket_waits() as $name => $make) {
        [$wait, $bring, $wanted] = $make();
        $before = count_descriptors();
        $task = spawn($wait);
        let_wait($task);
        $task->cancel();
        expect("$name, cancelled", result_or_class(fn () => $task->await()), 'Uvstream\CancelledError');
        expect("$name, limited", result_or_class(fn () => timeout(0.001, $wait)), 'Uvstream\TimeoutException');
        if (!str_starts_with($name, 'socket_connect')) {
            expect("$name, descriptors", count_descriptors(), $before);
            $task = spawn($wait);
            let_wait($task);
            $bring($task);
            expect("$name, again", $task->await(), $wanted);
        }
    }
});
echo "all\n";
?>
--EXPECT--
all
