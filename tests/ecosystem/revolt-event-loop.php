<?php
// library: revolt/event-loop
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/amp.php';

use Revolt\EventLoop;

/** Waits in the current fiber until $stream is readable. */
function until_readable(mixed $stream): void
{
    $suspension = EventLoop::getSuspension();
    $id = EventLoop::onReadable($stream, function (string $id) use ($suspension) {
        EventLoop::cancel($id);
        $suspension->resume();
    });
    $suspension->suspend();
}

scenario('queue, defer and delays come in their order', function () {
    foreach ([0.03, 0.01, 0.02] as $delay) {
        EventLoop::delay($delay, fn () => say("delay $delay"));
    }
    EventLoop::defer(fn () => say("defer"));
    EventLoop::queue(fn () => say("queue"));
    $cancelled = EventLoop::delay(0.015, fn () => say("never"));
    EventLoop::delay(0.005, fn () => EventLoop::cancel($cancelled));
    EventLoop::run();
    return true;
});

scenario('a repetition goes on until it is cancelled', function () {
    $ticks = 0;
    $started = hrtime(true);
    EventLoop::repeat(0.005, function (string $id) use (&$ticks) {
        echo 'tick ', ++$ticks, "\n";
        $ticks === 5 && EventLoop::cancel($id);
    });
    EventLoop::run();
    return hrtime(true) - $started >= 5 * 5e6;
});

scenario('onReadable is called while there is something, and at the end', function () {
    [$ours, $theirs] = pair();
    stream_set_read_buffer($ours, 0);
    fwrite($theirs, 'abcdef');
    EventLoop::onReadable($ours, function (string $id, $stream) use ($theirs, &$read) {
        $read .= $data = fread($stream, 4);
        var_dump($data);
        strlen($read) === 6 && is_resource($theirs) && fclose($theirs);
        feof($stream) && EventLoop::cancel($id);
    });
    EventLoop::run();
    return $read === 'abcdef';
});

scenario('what PHP holds in its read buffer counts as readable', function () {
    [$ours, $theirs] = pair();
    fwrite($theirs, "one\ntwo\nthree\n");
    EventLoop::onReadable($ours, function (string $id, $stream) use (&$lines) {
        echo $line = fgets($stream);
        ++$lines === 3 && EventLoop::cancel($id);
    });
    EventLoop::run();
    return $lines === 3;
});

scenario('3 MB with onWritable and onReadable on the same streams, both ways', function () {
    $data = [payload(3_000_000), strrev(payload(3_000_000))];
    $got = ['', ''];
    $sent = [0, 0];
    foreach (pair() as $side => $stream) {
        EventLoop::onWritable($stream, function (string $id, $stream) use ($side, $data, &$sent) {
            $sent[$side] += fwrite($stream, substr($data[$side], $sent[$side], 100_000));
            $sent[$side] === 3_000_000 && EventLoop::cancel($id);
        });
        EventLoop::onReadable($stream, function (string $id, $stream) use ($side, &$got) {
            $got[$side] .= fread($stream, 50_000);
            strlen($got[$side]) === 3_000_000 && EventLoop::cancel($id);
        });
    }
    EventLoop::run();
    echo md5($got[0]), ' ', md5($got[1]), "\n";
    return $got === array_reverse($data);
});

scenario('disabled callbacks rest, and go on when enabled', function () {
    [$ours, $theirs] = pair();
    $reader = EventLoop::onReadable($ours, function (string $id, $stream) {
        echo 'read ', fread($stream, 100), "\n";
        EventLoop::cancel($id);
    });
    EventLoop::disable($reader);
    fwrite($theirs, 'something');
    EventLoop::delay(0.01, function () use ($reader) {
        echo "enabled\n";
        EventLoop::enable($reader);
    });
    EventLoop::run();
    return EventLoop::getIdentifiers() === [];
});

scenario('a callback that cancels others which are ready, too', function () {
    $calls = 0;
    for ($i = 0; $i < 10; $i++) {
        [$ours[$i], $theirs[$i]] = pair();
        fwrite($theirs[$i], 'x');
        $ids[] = EventLoop::onReadable($ours[$i], function () use (&$ids, &$calls) {
            $calls++;
            array_map(EventLoop::cancel(...), $ids);
        });
    }
    EventLoop::run();
    echo "$calls\n";
    return $calls === 1;
});

scenario('streams that are closed in their callbacks, and others with the same number', function () {
    $rounds = 0;
    $open = function () use (&$open, &$rounds) {
        [$ours, $theirs] = pair();
        EventLoop::delay(0.001, function () use ($theirs, &$rounds) {
            fwrite($theirs, "round $rounds");
        });
        EventLoop::onReadable($ours, function (string $id, $stream) use ($theirs, $open, &$rounds) {
            fread($stream, 100) === "round $rounds" || print "round $rounds: nothing there\n";
            EventLoop::cancel($id);
            fclose($stream);
            fclose($theirs);
            ++$rounds < 50 && $open();
        });
    };
    $open();
    EventLoop::run();
    echo "$rounds rounds\n";
    return $rounds === 50;
});

scenario('the loop ends when only unreferenced callbacks are left', function () {
    [$ours, $theirs] = pair();
    EventLoop::unreference(EventLoop::onReadable($ours, fn () => say("never")));
    EventLoop::unreference(EventLoop::repeat(100, fn () => say("never")));
    EventLoop::delay(0.01, fn () => say("done"));
    EventLoop::run();
    return count(EventLoop::getIdentifiers()) === 2;
});

scenario('signals beside timers, and beside streams', function () {
    $child = proc_open(php_command('-r', 'while (($line = fgets(STDIN)) !== false) posix_kill(posix_getppid(), (int) $line);'),
        [['pipe', 'r'], ['pipe', 'w']], $pipes);
    foreach ([false, true] as $beside) {
        // A signal just before stock PHP's select() is seen when that returns, so something has to make it return.
        $ids = [EventLoop::repeat(0.2, fn () => null)];
        if ($beside) {
            $ids[] = EventLoop::onReadable($pipes[1], fn () => say('never'));
        }
        $seen = 0;
        $next = function (string $id, int $signal) use ($pipes, &$seen, &$ids) {
            echo $signal === SIGUSR1 ? 'USR1' : 'USR2', "\n";
            if (++$seen < 4) {
                fwrite($pipes[0], ($signal === SIGUSR1 ? SIGUSR2 : SIGUSR1) . "\n");
            } else {
                array_map(EventLoop::cancel(...), $ids);
            }
        };
        $ids[] = EventLoop::onSignal(SIGUSR1, $next);
        $ids[] = EventLoop::onSignal(SIGUSR2, $next);
        EventLoop::defer(function () use ($pipes) { // by then, the loop has installed its handlers
            fwrite($pipes[0], SIGUSR1 . "\n");
        });
        EventLoop::run();
        echo $seen, "\n";
    }
    fclose($pipes[0]);
    return $seen === 4 && proc_close($child) === 0;
});

scenario('fibers suspended on streams take turns', function () {
    [$a, $b] = pair();
    foreach (['ping' => $a, 'pong' => $b] as $word => $stream) {
        EventLoop::queue(function () use ($word, $stream) {
            for ($i = 0; $i < 5; $i++) {
                until_readable($stream);
                echo $word, ' ', $number = fread($stream, 100), "\n";
                fwrite($stream, (string) ($number + 1));
            }
        });
    }
    fwrite($b, '0');
    EventLoop::run();
    return true;
});

scenario('main waits in a suspension, and gets a value or an exception', function () {
    [$ours, $theirs] = pair();
    foreach (['value', 'exception'] as $what) {
        $suspension = EventLoop::getSuspension();
        EventLoop::delay(0.001, function () use ($theirs, $what) {
            fwrite($theirs, $what);
        });
        EventLoop::onReadable($ours, function (string $id, $stream) use ($suspension) {
            EventLoop::cancel($id);
            $text = fread($stream, 100);
            $text === 'value' ? $suspension->resume($text) : $suspension->throw(new RuntimeException($text));
        });
        try {
            echo 'returned ', $suspension->suspend(), "\n";
        } catch (RuntimeException $e) {
            echo 'threw ', $e->getMessage(), "\n";
            return true;
        }
    }
});

scenario('an exception in a callback reaches who runs the loop, and the loop goes on afterwards', function () {
    [$ours, $theirs] = pair();
    EventLoop::onReadable($ours, function (string $id, $stream) {
        $text = fread($stream, 100);
        $text === 'bad' ? throw new RuntimeException($text) : print "$text\n";
        EventLoop::cancel($id);
    });
    fwrite($theirs, 'bad');
    try {
        EventLoop::run();
    } catch (EventLoop\UncaughtThrowable $e) {
        echo $e->getPrevious()->getMessage(), "\n";
    }
    fwrite($theirs, 'good');
    EventLoop::run();
    return EventLoop::getIdentifiers() === [];
});

scenario('400 fibers, each at a pair of its own', function () {
    $got = [];
    for ($i = 0; $i < 400; $i++) {
        [$ours, $theirs] = pair();
        EventLoop::queue(function () use ($i, $ours, &$got) {
            until_readable($ours);
            $got[$i] = stream_get_contents($ours);
        });
        EventLoop::onWritable($theirs, function (string $id, $stream) use ($i) {
            EventLoop::cancel($id);
            fwrite($stream, "message $i");
            fclose($stream);
        });
    }
    EventLoop::run();
    ksort($got);
    echo count($got), ' ', md5(implode("\n", $got)), "\n";
    return $got === array_map(fn ($i) => "message $i", range(0, 399));
});
