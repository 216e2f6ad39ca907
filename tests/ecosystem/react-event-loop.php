<?php
// library: react/event-loop
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/react.php';

use React\EventLoop\StreamSelectLoop;

scenario('timers fire in the order of their times, cancelled ones never', function () {
    $loop = new StreamSelectLoop();
    $fired = [];
    foreach (['c' => 0.03, 'a' => 0.01, 'e' => 0.05, 'b' => 0.02, 'd' => 0.04] as $name => $after) {
        $timers[$name] = $loop->addTimer($after, function ($timer) use ($name, $loop, &$fired, &$timers) {
            $fired[] = $name . ($timer === $timers[$name] ? '' : '?');
            $name === 'b' && $loop->cancelTimer($timers['d']);
        });
    }
    $loop->run();
    echo implode(' ', $fired), "\n";
    return $fired === ['a', 'b', 'c', 'e'];
});

scenario('a periodic timer ticks until it cancels itself, and then the loop ends', function () {
    $loop = new StreamSelectLoop();
    $ticks = 0;
    $started = hrtime(true);
    $loop->addPeriodicTimer(0.005, function ($timer) use ($loop, &$ticks) {
        echo 'tick ', ++$ticks, "\n";
        $ticks === 5 && $loop->cancelTimer($timer);
    });
    $loop->run();
    return $ticks === 5 && hrtime(true) - $started >= 5 * 5e6; // never early; how late is not promised
});

scenario('future ticks come in order and do not keep streams from being served', function () {
    $loop = new StreamSelectLoop();
    [$ours, $theirs] = pair();
    foreach (['first', 'second', 'third'] as $name) {
        $loop->futureTick(fn () => print "$name\n");
    }
    $served = false;
    $again = function () use ($loop, &$again, &$served) {
        $served || $loop->futureTick($again);
    };
    $loop->futureTick($again);
    fwrite($theirs, 'x');
    $loop->addReadStream($ours, function ($stream) use ($loop, &$served) {
        echo 'read ', fread($stream, 10), "\n";
        $served = true;
        $loop->removeReadStream($stream);
    });
    $loop->run();
    return $served;
});

scenario('a read listener is called for as long as something is left', function () {
    $loop = new StreamSelectLoop();
    [$ours, $theirs] = pair();
    stream_set_read_buffer($ours, 0);
    fwrite($theirs, 'abcdef');
    fclose($theirs);
    $read = '';
    $loop->addReadStream($ours, function ($stream) use ($loop, &$read) {
        $read .= $byte = fread($stream, 1);
        if ($byte === '') {
            echo 'eof ', var_export(feof($stream), true), "\n";
            $loop->removeReadStream($stream);
        }
    });
    $loop->run();
    echo "$read\n";
    return $read === 'abcdef';
});

scenario('what PHP holds in its read buffer counts as readable', function () {
    $loop = new StreamSelectLoop();
    [$ours, $theirs] = pair();
    fwrite($theirs, "one\ntwo\nthree\n"); // the first fgets() takes all from the kernel
    $lines = 0;
    $loop->addReadStream($ours, function ($stream) use ($loop, &$lines) {
        echo fgets($stream);
        ++$lines === 3 && $loop->removeReadStream($stream);
    });
    $loop->run();
    return $lines === 3;
});

scenario('a write listener waits while the peer does not read', function () {
    $loop = new StreamSelectLoop();
    [$ours, $theirs] = pair();
    stream_set_blocking($ours, false);
    stream_set_blocking($theirs, false);
    $data = payload(3_000_000);
    $sent = 0;
    $read = '';
    $full = false;
    $loop->addWriteStream($ours, function ($stream) use ($loop, $data, &$sent, &$full, &$read) {
        if ($full && $read === '') {
            throw new LogicException('called though nothing can be written');
        }
        $wrote = fwrite($stream, substr($data, $sent, 100_000));
        $full = $full || $wrote === 0;
        $sent += $wrote;
        if ($sent === strlen($data)) {
            $loop->removeWriteStream($stream);
            fclose($stream);
        }
    });
    $loop->addTimer(0.05, function () use ($loop, $theirs, &$read) {
        $loop->addReadStream($theirs, function ($stream) use ($loop, &$read) {
            $read .= fread($stream, 65536);
            feof($stream) && $loop->removeReadStream($stream);
        });
    });
    while (($wrote = fwrite($ours, substr($data, $sent, 100_000))) > 0) { // full from the start
        $sent += $wrote;
    }
    $full = true;
    $loop->run();
    echo strlen($read), ' ', md5($read), "\n";
    return $read === $data;
});

scenario('a listener that removes another one which is ready, too', function () {
    $loop = new StreamSelectLoop();
    $calls = 0;
    for ($i = 0; $i < 10; $i++) {
        [$ours[], $theirs[]] = pair();
        fwrite($theirs[$i], 'x');
    }
    foreach ($ours as $stream) {
        $loop->addReadStream($stream, function () use ($loop, $ours, &$calls) {
            $calls++;
            array_map($loop->removeReadStream(...), $ours);
        });
        $loop->addWriteStream($stream, function () use ($loop, $ours, &$calls) {
            $calls += 100;
            array_map($loop->removeWriteStream(...), $ours);
        });
    }
    $loop->run();
    echo "$calls\n";
    return $calls === 101;
});

scenario('a listener that closes its stream and opens another with the same number', function () {
    $loop = new StreamSelectLoop();
    $rounds = 0;
    $open = function () use ($loop, &$open, &$rounds) {
        [$ours, $theirs] = pair();
        $calls = 0;
        $loop->addReadStream($ours, function ($stream) use ($loop, $theirs, $open, &$rounds, &$calls) {
            if (++$calls === 1) { // and is not called again before there is something
                $loop->addTimer(0.001, fn () => fwrite($theirs, "$rounds"));
                fread($stream, 100) === 'start' || print "start is missing\n";
                return;
            }
            fread($stream, 100) === "$rounds" || print "$rounds is missing\n";
            $loop->removeReadStream($stream);
            fclose($stream);
            fclose($theirs);
            ++$rounds < 50 && $open();
        });
        fwrite($theirs, 'start');
    };
    $open();
    $loop->run();
    echo "$rounds rounds\n";
    return $rounds === 50;
});

scenario('signals reach their listeners while the loop waits', function () {
    $loop = new StreamSelectLoop();
    $child = proc_open(php_command('-r', 'while (($line = fgets(STDIN)) !== false) posix_kill(posix_getppid(), (int) $line);'),
        [['pipe', 'r'], ['pipe', 'w']], $pipes);
    $seen = 0;
    // A signal just before stock PHP's select() is seen when that returns, so something has to make it return.
    $timer = $loop->addPeriodicTimer(0.2, fn () => null);
    $listener = function (int $signal) use ($loop, $pipes, $timer, &$seen, &$listener) {
        echo $signal === SIGUSR1 ? 'USR1' : 'USR2', "\n";
        if (++$seen < 6) {
            fwrite($pipes[0], ($seen % 2 ? SIGUSR2 : SIGUSR1) . "\n");
        } else {
            $loop->cancelTimer($timer);
            $loop->removeSignal(SIGUSR1, $listener);
            $loop->removeSignal(SIGUSR2, $listener);
            fclose($pipes[0]);
        }
    };
    $loop->addSignal(SIGUSR1, $listener);
    $loop->addSignal(SIGUSR2, $listener);
    $loop->addReadStream($pipes[1], function ($stream) use ($loop) {
        echo 'child: ', var_export(fread($stream, 100), true), "\n";
        feof($stream) && $loop->removeReadStream($stream);
    });
    fwrite($pipes[0], SIGUSR1 . "\n");
    $loop->run();
    return $seen === 6 && proc_close($child) === 0;
});

scenario('400 pairs, each with a message of its own', function () {
    $loop = new StreamSelectLoop();
    $got = [];
    for ($i = 0; $i < 400; $i++) {
        [$ours, $theirs] = pair();
        $loop->addReadStream($ours, function ($stream) use ($loop, $i, &$got) {
            $got[$i] = stream_get_contents($stream);
            $loop->removeReadStream($stream);
        });
        $loop->addWriteStream($theirs, function ($stream) use ($loop, $i) {
            $loop->removeWriteStream($stream);
            fwrite($stream, "message $i");
            fclose($stream);
        });
    }
    $loop->run();
    ksort($got);
    echo count($got), ' ', md5(implode("\n", $got)), "\n";
    return $got === array_map(fn ($i) => "message $i", range(0, 399));
});

scenario('a stream that is always ready starves neither timers nor other streams', function () {
    $loop = new StreamSelectLoop();
    [$busy, $feed] = pair();
    [$quiet, $slow] = pair();
    fwrite($feed, 'never read');
    $calls = 0;
    $loop->addReadStream($busy, function () use (&$calls) {
        $calls++;
    });
    $loop->addTimer(0.01, fn () => fwrite($slow, 'hello'));
    $loop->addReadStream($quiet, function ($stream) use ($loop, $busy) {
        echo fread($stream, 10), "\n";
        $loop->removeReadStream($stream);
        $loop->removeReadStream($busy);
    });
    $loop->run();
    return $calls > 1;
});

scenario('stop() in a listener, and run() again', function () {
    $loop = new StreamSelectLoop();
    [$ours, $theirs] = pair();
    $loop->addReadStream($ours, function ($stream) use ($loop) {
        echo 'got ', fread($stream, 10), "\n";
        $loop->stop();
    });
    foreach (['one', 'two', 'three'] as $text) {
        fwrite($theirs, $text);
        $loop->run();
        echo "stopped\n";
    }
    $loop->removeReadStream($ours);
    $loop->run();
    return true;
});

scenario('a connection attempt becomes writable when it is through, and when it is refused', function () {
    $loop = new StreamSelectLoop();
    $server = stream_socket_server('tcp://127.0.0.1:0');
    foreach (['open' => stream_socket_get_name($server, false), 'closed' => '127.0.0.1:' . free_port()] as $what => $address) {
        $flags = STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT;
        $client = stream_socket_client("tcp://$address", $errno, $error, 0, $flags);
        stream_set_blocking($client, false);
        $loop->addWriteStream($client, function ($stream) use ($loop, &$names, $what) {
            $names[$what] = stream_socket_get_name($stream, true);
            $loop->removeWriteStream($stream);
        });
        $loop->run();
    }
    var_dump(is_string($names['open']), $names['closed']);
    return is_string($names['open']) && $names['closed'] === false;
});

scenario('plain files are always ready, memory streams cannot be waited for', function () {
    $loop = new StreamSelectLoop();
    file_put_contents(temp_path('file'), 'contents');
    $loop->addReadStream($file = fopen(temp_path('file'), 'r'), function ($stream) use ($loop) {
        echo fread($stream, 100), "\n";
        $loop->removeReadStream($stream);
    });
    $loop->run();
    $loop->addReadStream(fopen('php://memory', 'r+'), fn () => print "ready\n");
    try {
        set_error_handler(fn ($no, $text) => print "$text\n");
        $loop->run();
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
        return true;
    }
});
