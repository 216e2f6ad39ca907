--TEST--
The functions that sleep say the same of their arguments, and of a signal, beside another task as alone
--EXTENSIONS--
pcntl
--FILE--
<?php
use function Uvstream\{run, spawn, delay};

set_error_handler(function (int $level, string $text) { echo "  $text\n"; return true; });
pcntl_signal(SIGALRM, fn () => print("  a signal\n"));

function say(callable $sleep, mixed ...$arguments): void
{
    echo "  ", json_encode($arguments, JSON_PARTIAL_OUTPUT_ON_ERROR), ': ';
    try {
        var_dump($sleep(...$arguments));
    } catch (Throwable $thrown) {
        echo get_class($thrown), ': ', $thrown->getMessage(), "\n";
    }
}

function say_all(): string
{
    ob_start();
    foreach (['sleep', 'usleep', 'time_sleep_until', 'time_nanosleep'] as $sleep) {
        echo "$sleep\n";
        $wrong = [[], [-1], ['x'], [[]], [null], [PHP_INT_MIN], [-1.5], [NAN], [INF], [-INF], [-1, 0], [0, -1], [0, 0, 0],
            ...($sleep === 'time_nanosleep' ? [[0, 1_000_000_000], [0, PHP_INT_MAX], [1, 1e300]] : [])];
        foreach ($wrong as $arguments) say($sleep, ...$arguments);
    }
    foreach ([['sleep', 0], ['sleep', '0'], ['usleep', 5], ['usleep', true], ['usleep', 1.5], ['time_nanosleep', 0, 1],
                 ['time_nanosleep', 0, 0]] as $right) {
        say(...$right);
    }
    foreach ([false, true] as $at_once) {
        pcntl_async_signals($at_once);
        pcntl_alarm(1);
        var_dump(sleep(30) >= 20);
        pcntl_signal_dispatch();
        if (!$at_once) continue;
        pcntl_alarm(1);
        $left = time_nanosleep(30, 0);
        var_dump(array_keys($left), $left['seconds'] >= 20, $left['nanoseconds'] < 1_000_000_000);
        pcntl_signal_dispatch();
        pcntl_alarm(1);
        usleep(30_000_000);
        pcntl_signal_dispatch();
        $until = microtime(true) + 1.5;
        pcntl_alarm(1);
        var_dump(time_sleep_until($until), microtime(true) >= $until - 0.001);
        pcntl_signal_dispatch();
    }
    return ob_get_clean();
}

$alone = say_all();
run(function () use ($alone) {
    $ticks = 0;
    // (Not at the second at which the alarm comes: without asynchronous signals one that comes while a task runs is noticed
    // by no wait.)
    $other = spawn(function () use (&$ticks) { while (true) { ++$ticks; delay(0.35); } });
    $beside = say_all();
    echo $beside === $alone ? "the same\n" : "alone:\n$alone\nbeside another:\n$beside\n";
    echo $ticks > 5 ? "and the other ran\n" : "and the other ran $ticks times\n";
    $other->cancel();
});
?>
--EXPECT--
the same
and the other ran
