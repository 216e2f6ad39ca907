--TEST--
life and death: a cancellation ends each kind of wait, and so does a deadline; what was waited for is as it was, and can be waited for again
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/waits.inc';
use function Uvstream\{run, spawn, tasks, timeout};
use Uvstream\{CancelledError, TimeoutException};
enter_network_of_waits();

foreach (kinds_of_wait() as $kind => $make) {
    run(function () use ($kind, $make) {
        [$wait, $wake, $result] = $make();
        $seen = '';
        $task = spawn(function () use ($wait, &$seen) {
            try {
                $wait();
                $seen .= 'went on ';
            } finally {
                $seen .= 'finally';
            }
        });
        let_wait($task);
        $task->cancel('enough');
        try {
            $task->await();
            echo "$kind: not cancelled\n";
        } catch (CancelledError $e) {
            expect($kind, "$seen {$e->reason->name} {$e->getMessage()}", 'finally Requested enough');
        }

        try {
            spawn(fn () => timeout(0.005, $wait))->await();
            echo "$kind: no timeout\n";
        } catch (TimeoutException) {
        }

        if ($wake !== null && $kind !== 'TLS handshake') { // (which finds the first connection, that is gone)
            $task = spawn($wait);
            let_wait($task);
            $wake();
            expect("$kind, again", $task->await(), $result);
        }
        foreach (tasks() as $task) $task->cancel(); // what an await has waited for
    });
    expect("$kind, tasks left", tasks(), []);
}
echo "done\n";
?>
--EXPECT--
done
