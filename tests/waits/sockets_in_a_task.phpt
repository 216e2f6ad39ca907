--TEST--
Each function of ext/sockets that waits does so while other tasks run, one of which brings about what it waits for
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/socket_waits.inc';
use function Uvstream\{run, spawn};
run(function () {
    foreach (socket_waits() as $name => $make) {
        [$wait, $bring, $wanted] = $make();
        $task = spawn($wait);
        let_wait($task);
        $bring($task);
        expect($name, $task->await(), $wanted);
    }
});
echo "all\n";
?>
--EXPECT--
all
