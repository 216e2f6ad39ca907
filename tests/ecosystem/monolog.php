<?php
// library: monolog/monolog
declare(strict_types=1);

use Monolog\Formatter\JsonFormatter;
use Monolog\Formatter\LineFormatter;
use Monolog\Handler\SocketHandler;
use Monolog\Handler\SyslogUdpHandler;
use Monolog\Handler\WhatFailureGroupHandler;
use Monolog\Logger;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';

function logger(SocketHandler $handler): Logger
{
    $handler->setFormatter(new LineFormatter("%level_name% %message% %context%\n"));
    return new Logger('test', [$handler]);
}

/** A listener and the address that a handler takes. */
function listener(string $address = 'tcp://127.0.0.1:0'): array
{
    $server = stream_socket_server($address);
    return [$server, strstr($address, ':', true) . '://' . stream_socket_get_name($server, false)];
}

/** Takes one connection in a child, which reports how much came, and the hash of it. */
function counting_child($server): int
{
    return in_child(function () use ($server) {
        $connection = stream_socket_accept($server, 30);
        $hash = hash_init('sha256');
        for ($lines = $bytes = 0; ($line = fgets($connection)) !== false; $lines++) {
            hash_update($hash, $line);
            $bytes += strlen($line);
        }
        echo "$lines lines, $bytes bytes, ", substr(hash_final($hash), 0, 16), "\n";
    });
}

scenario('records by TCP', function () {
    [$server, $address] = listener();
    $log = logger($handler = new SocketHandler($address));
    echo json_encode($handler->isConnected()), "\n";
    $log->info('first', ['a' => 1]);
    $log->error("two\nlines");
    $connection = stream_socket_accept($server, 10);
    echo fgets($connection), fgets($connection), json_encode($handler->isConnected()), "\n";
    $handler->close();
    echo json_encode([$handler->isConnected(), fgets($connection), feof($connection)]), "\n";
    $log->info('after a close');
    echo fgets(stream_socket_accept($server, 10));
    return true;
});

scenario('records by a unix socket', function () {
    [$server, $address] = listener('unix://' . temp_path('log.sock'));
    $log = logger(new SocketHandler($address));
    $log->warning('by path');
    echo fgets(stream_socket_accept($server, 10));
    echo outcome(fn () => logger(new SocketHandler("$address.none"))->warning('lost')), "\n";
    return true;
});

scenario('datagrams', function () {
    $udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
    $log = logger(new SocketHandler('udp://' . stream_socket_get_name($udp, false)));
    foreach (['one', 'two', str_repeat('x', 8000)] as $text) {
        $log->info($text);
        $got = stream_socket_recvfrom($udp, 65536);
        echo strlen($got), ' ', substr($got, 0, 20), "\n";
    }
    $unix = stream_socket_server('udg://' . temp_path('udg.sock'), $errno, $errstr, STREAM_SERVER_BIND);
    logger(new SocketHandler('udg://' . temp_path('udg.sock')))->info('udg');
    echo stream_socket_recvfrom($unix, 65536);
    return true;
});

scenario('many records', function () {
    [$server, $address] = listener();
    $child = counting_child($server);
    $log = logger($handler = new SocketHandler($address, timeout: 30));
    for ($i = 0; $i < 20000; $i++) {
        $log->debug("record $i", ['text' => str_repeat('x', $i % 200)]);
    }
    $handler->close();
    pcntl_waitpid($child, $status);
    return true;
});

scenario('large records', function () {
    [$server, $address] = listener();
    $child = counting_child($server);
    $log = logger($handler = new SocketHandler($address, timeout: 30));
    foreach ([1 << 20, 6 << 20, 1] as $size) {
        $log->debug(str_repeat('long ', $size));
    }
    $handler->close();
    pcntl_waitpid($child, $status);
    return true;
});

scenario('in chunks', function () {
    [$server, $address] = listener();
    $child = counting_child($server);
    $handler = new SocketHandler($address, timeout: 30, chunkSize: 1000);
    $log = logger($handler);
    $log->debug(bin2hex(payload(200_000)));
    echo $handler->getChunkSize(), "\n";
    $handler->close();
    pcntl_waitpid($child, $status);
    return true;
});

scenario('nobody listens', function () {
    $log = logger($handler = new SocketHandler('tcp://127.0.0.1:' . free_port(), connectionTimeout: 5));
    echo outcome(fn () => $log->info('lost')), "\n", json_encode($handler->isConnected()), "\n";
    $group = new Logger('group', [new WhatFailureGroupHandler([$handler])]);
    echo outcome(fn () => $group->info('lost silently')), "\n";
    return true;
});

scenario('a peer that does not read', function () {
    [$server, $address] = listener();
    foreach ([0.2, 0.0] as $seconds) {
        $log = logger($handler = new SocketHandler($address, timeout: $seconds));
        echo "$seconds s: ", outcome(function () use ($log) {
            for ($i = 0; $i < 1000; $i++) {
                $log->info(str_repeat('x', 1 << 20));
            }
        }), ', ', json_encode($handler->isConnected()), "\n";
    }
    return true;
});

scenario('a peer that goes', function () {
    [$server, $address] = listener();
    $log = logger($handler = new SocketHandler($address));
    $log->info('first');
    $connection = stream_socket_accept($server, 10);
    echo fgets($connection);
    fclose($connection);
    $log->info('second'); // sees the end, and connects anew
    echo fgets($connection = stream_socket_accept($server, 10));
    fclose($connection);
    fclose($server);
    echo outcome(fn () => $log->info('into the void')), "\n", json_encode($handler->isConnected()), "\n";
    return true;
});

scenario('persistent', function () {
    [$server, $address] = listener();
    for ($i = 0; $i < 3; $i++) {
        $log = logger($handler = new SocketHandler($address, persistent: true));
        $log->info("logger $i");
        unset($log, $handler);
        gc_collect_cycles();
    }
    $connection = stream_socket_accept($server, 10);
    echo fgets($connection), fgets($connection), fgets($connection);
    logger($handler = new SocketHandler($address, persistent: true))->info('the last');
    echo fgets($connection);
    $read = [$server];
    $none = null;
    $more = stream_select($read, $none, $none, 0);
    $handler->closeSocket();
    return holds('one connection', $more === 0) && $handler->isPersistent();
});

scenario('syslog and JSON', function () {
    $udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
    $port = (int) substr(strrchr(stream_socket_get_name($udp, false), ':'), 1);
    (new Logger('syslog', [new SyslogUdpHandler('127.0.0.1', $port)]))->error('broken');
    echo preg_match('/^<\d+>1 .*broken/', stream_socket_recvfrom($udp, 65536)), "\n";
    [$server, $address] = listener();
    $handler = new SocketHandler($address);
    $handler->setFormatter(new JsonFormatter());
    (new Logger('json', [$handler]))->notice('structured', ['list' => [1, 2], 'exception' => null]);
    $record = json_decode(fgets(stream_socket_accept($server, 10)), true);
    unset($record['datetime']);
    echo json_encode($record), "\n";
    return true;
});
