<?php
// library: react/socket
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/react.php';

use React\Socket\ConnectionInterface;
use React\Socket\Connector;
use React\Socket\LimitingServer;
use React\Socket\SocketServer;
use React\Socket\TcpConnector;

/** An echo server; it closes itself after $connections of them. */
function echo_server(string $uri = '127.0.0.1:0', int $connections = 1, array $context = []): SocketServer
{
    $server = new SocketServer($uri, $context);
    $server->on('connection', function (ConnectionInterface $connection) use ($server, &$connections) {
        $connection->pipe($connection);
        --$connections === 0 && $server->close();
    });
    return $server;
}

/** Sends all of $data, and resolves with as much once that came back. */
function exchange(ConnectionInterface $connection, string $data): React\Promise\PromiseInterface
{
    $all = collect($connection);
    $length = 0;
    $connection->on('data', function (string $chunk) use ($connection, $data, &$length) {
        $length += strlen($chunk);
        $length >= strlen($data) && $connection->end();
    });
    $connection->write($data);
    return $all;
}

scenario('an echo over TCP, with addresses', function () {
    $server = echo_server();
    echo $address = $server->getAddress(), "\n";
    $client = await((new Connector())->connect($address));
    $matching = $client->getRemoteAddress() === $address;
    echo $client->getRemoteAddress(), ' ', $client->getLocalAddress(), "\n";
    narrate('client', $client, 'data', 'end', 'error', 'close');
    $client->write('hello');
    $client->once('data', fn () => $client->end());
    run();
    var_dump($client->getRemoteAddress(), $server->getAddress());
    return $matching;
});

scenario('8 MB there and back', function () {
    $server = echo_server();
    $data = payload(8_000_000);
    $client = await((new Connector())->connect($server->getAddress()));
    $got = await(exchange($client, $data));
    echo strlen($got), ' ', md5($got), "\n";
    return $got === $data;
});

scenario('500 pipelined requests are answered in order', function () {
    $server = new SocketServer('127.0.0.1:0');
    $server->on('connection', function (ConnectionInterface $connection) use ($server) {
        $rest = '';
        $connection->on('data', function (string $chunk) use ($connection, &$rest) {
            $lines = explode("\n", $rest . $chunk);
            $rest = array_pop($lines);
            foreach ($lines as $line) {
                $line === 'quit' ? $connection->end("bye\n") : $connection->write("you said $line\n");
            }
        });
        $server->close();
    });
    $client = await((new Connector())->connect($server->getAddress()));
    $client->write(implode("\n", range(1, 500)) . "\nquit\n");
    $lines = explode("\n", await(collect($client)));
    echo count($lines), " $lines[0] … $lines[499] $lines[500]\n";
    return $lines === [...array_map(fn ($i) => "you said $i", range(1, 500)), 'bye', ''];
});

scenario('a unix server and its clients', function () {
    $server = echo_server('unix://' . temp_path('socket'), 2);
    echo $server->getAddress(), "\n";
    foreach (['one', payload(1_000_000)] as $data) {
        $client = await((new Connector())->connect($server->getAddress()));
        var_dump($client->getRemoteAddress());
        $good[] = await(exchange($client, $data)) === $data;
    }
    return $good === [true, true];
});

scenario('a listener from another process, by php://fd', function () {
    $listener = stream_socket_server('tcp://127.0.0.1:0');
    $address = stream_socket_get_name($listener, false);
    $code = 'require $argv[1]; $server = new React\Socket\SocketServer("php://fd/3"); echo $server->getAddress(), "\n";
        $server->on("connection", function ($connection) use ($server) { $connection->pipe($connection); $server->close(); });';
    $autoload = getenv('ECOSYSTEM_VENDOR') . '/autoload.php';
    $child = proc_open(php_command('-r', $code, $autoload), [1 => ['pipe', 'w'], 3 => $listener], $pipes);
    fclose($listener);
    echo fgets($pipes[1]);
    $got = await(exchange(await((new Connector())->connect("tcp://$address")), 'hello'));
    echo "$got\n", stream_get_contents($pipes[1]);
    return $got === 'hello' && proc_close($child) === 0;
});

scenario('a limiting server takes no more than two at a time, and in the end everybody', function () {
    $server = new LimitingServer($inner = new SocketServer('127.0.0.1:0'), 2, true);
    $seen = $most = 0;
    $server->on('connection', function (ConnectionInterface $connection) use ($server, &$seen, &$most) {
        $most = max($most, count($server->getConnections()));
        $connection->end('number ' . ++$seen);
        $seen === 20 && $server->close();
    });
    for ($i = 0; $i < 20; $i++) {
        $replies[] = (new TcpConnector())->connect($inner->getAddress())->then(collect(...));
    }
    $replies = await(React\Promise\all($replies));
    natsort($replies);
    echo implode(', ', $replies), "\n";
    return $seen === 20 && $most <= 2;
});

scenario('a paused server accepts nobody until it is resumed', function () {
    $server = echo_server('127.0.0.1:0', 5);
    $server->pause();
    $accepted = 0;
    $server->on('connection', function () use (&$accepted) {
        $accepted++;
    });
    for ($i = 0; $i < 5; $i++) { // these are through when the kernel has them
        $clients[] = await((new TcpConnector())->connect($server->getAddress()));
    }
    echo "$accepted accepted\n";
    $paused = $accepted === 0;
    $server->resume();
    $echoes = await(React\Promise\all(array_map(fn ($client) => exchange($client, 'hi'), $clients)));
    echo "$accepted accepted, ", implode(' ', $echoes), "\n";
    return $paused && $accepted === 5;
});

scenario('two servers share a port with so_reuseport', function () {
    $options = ['tcp' => ['so_reuseport' => true, 'backlog' => 50]];
    $first = new SocketServer('127.0.0.1:0', $options);
    $second = new SocketServer($first->getAddress(), $options);
    $same = $first->getAddress() === $second->getAddress();
    $seen = 0;
    foreach ([$first, $second] as $server) {
        $server->on('connection', function (ConnectionInterface $connection) use ($first, $second, &$seen) {
            $connection->end('served');
            if (++$seen === 30) {
                $first->close();
                $second->close();
            }
        });
    }
    for ($i = 0; $i < 30; $i++) {
        $replies[] = (new TcpConnector())->connect($first->getAddress())->then(collect(...));
    }
    var_dump(array_count_values(await(React\Promise\all($replies))));
    return $same;
});

scenario('400 connections at once', function () {
    $server = echo_server('127.0.0.1:0', 400);
    for ($i = 0; $i < 400; $i++) {
        $data[$i] = "client $i " . substr(payload(10_000), $i);
        $clients[] = (new TcpConnector())->connect($server->getAddress());
    }
    $clients = await(React\Promise\all($clients)); // all are open before the first of them speaks
    $got = await(React\Promise\all(array_map(exchange(...), $clients, $data)));
    echo count(array_intersect_assoc($got, $data)), ' of ', count($got), "\n";
    return $got === $data;
});
