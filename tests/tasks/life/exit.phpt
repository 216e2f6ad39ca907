--TEST--
life and death: exit() in a task beside each kind of wait, after it, while {main} waits, and together with what {main} waits for
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/waits.inc';
use function Uvstream\{delay, spawn};
use Uvstream\CancelledError;
enter_network_of_waits();

foreach (kinds_of_wait() as $kind => $make) {
    expect("$kind, beside", outcome_of(function () use ($make) {
        [$wait] = $make();
        $task = spawn(function () use ($wait) {
            try {
                $wait();
                note('went on');
            } catch (CancelledError $e) {
                note($e->reason->name);
            } finally {
                note('finally');
            }
        });
        let_wait($task);
        spawn(fn () => exit(3));
        delay(20);
        note('{main} went on');
    }), 'shutdown; Shutdown; finally; 3');

    if ($kind !== 'suspended Fiber') expect("$kind, {main} waits", outcome_of(function () use ($make) {
        [$wait] = $make();
        spawn(fn () => exit(5));
        try {
            $wait();
            note('{main} went on');
        } finally {
            note('finally');
        }
    }), 'shutdown; 5');
}

foreach (kinds_of_wait(0.01) as $kind => $make) {
    expect("$kind, after it", outcome_of(function () use ($make) {
        [$wait, $wake] = $make();
        $task = spawn(function () use ($wait) {
            $wait();
            exit(4);
        });
        if ($wake !== null) {
            let_wait($task);
            $wake();
        }
        delay(20);
        note('{main} went on');
    }), 'shutdown; 4');

    // (Where what wakes {main} waits itself, {main} may go on first.)
    if (!in_array($kind, ['suspended Fiber', 'accept', 'connect', 'TLS handshake'], true)) expect("$kind, both", outcome_of(function () use ($make) {
        [$wait, $wake] = $make();
        spawn(function () use ($wake) {
            if ($wake !== null) $wake();
            exit(6);
        });
        $wait();
        note('{main} went on');
    }), 'shutdown; 6');
}
echo "done\n";
?>
--EXPECT--
done
