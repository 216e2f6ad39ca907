<?php
// library: react/socket
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/react.php';
require __DIR__ . '/inc/full.php';

use React\EventLoop\Loop;
use React\Promise\Deferred;
use React\Socket\ConnectionInterface;
use React\Socket\Connector;
use React\Socket\LimitingServer;
use React\Socket\SocketServer;
use React\Socket\TcpConnector;
use React\Socket\TimeoutConnector;

scenario('what is no listener is refused by php://fd', function () {
    $listener = stream_socket_server('tcp://127.0.0.1:0');
    $connected = stream_socket_client('tcp://' . stream_socket_get_name($listener, false));
    $number = function ($stream): int {
        foreach (scandir('/proc/self/fd') as $fd) {
            if (@readlink("/proc/self/fd/$fd") === 'socket:[' . fstat($stream)['ino'] . ']') {
                return (int) $fd;
            }
        }
    };
    foreach ([999, 0, $number($connected)] as $fd) {
        try {
            new SocketServer("php://fd/$fd");
        } catch (RuntimeException $e) {
            echo preg_replace('/FD \d+/', 'FD', $e->getMessage()), " ({$e->getCode()})\n";
            $refused[] = $fd;
        }
    }
    return count($refused) === 3;
});

scenario('a limiting server turns away the third', function () {
    $server = new LimitingServer($inner = new SocketServer('127.0.0.1:0'), 2);
    narrate('server', $server, 'error');
    $server->on('connection', fn (ConnectionInterface $connection) => $connection->write('welcome'));
    $server->on('error', fn () => $server->close());
    foreach ([1, 2, 3] as $i) {
        $client = await((new TcpConnector())->connect($inner->getAddress()));
        narrate("client $i", $client, 'data', 'end', 'close');
        $next = new Deferred();
        $client->once($i < 3 ? 'data' : 'close', fn () => $next->resolve(null));
        await($next->promise());
    }
    return count($server->getConnections()) === 2;
});

scenario('a refused connection', function () {
    try {
        await((new Connector())->connect('127.0.0.1:' . free_port()));
    } catch (RuntimeException $e) {
        echo $e->getMessage(), " ({$e->getCode()})\n";
        return $e->getCode() === SOCKET_ECONNREFUSED;
    }
});

scenario('a unix socket that is not there, and one that nobody listens on', function () {
    $listener = stream_socket_server('unix://' . temp_path('dead'));
    fclose($listener);
    foreach (['absent', 'dead'] as $name) {
        try {
            await((new Connector())->connect('unix://' . temp_path($name)));
        } catch (RuntimeException $e) {
            echo $e->getMessage(), " ({$e->getCode()})\n";
            $codes[] = $e->getCode();
        }
    }
    return $codes === [SOCKET_ENOENT, SOCKET_ECONNREFUSED];
});

scenario('a connection attempt that takes too long', function () {
    [$address, $keep] = full_listener();
    try {
        await((new TimeoutConnector(new TcpConnector(), 0.05))->connect($address));
    } catch (RuntimeException $e) {
        echo $e->getMessage(), " ({$e->getCode()})\n";
        return $e->getCode() === SOCKET_ETIMEDOUT;
    }
});

scenario('a connection attempt that is cancelled', function () {
    [$address, $keep] = full_listener();
    $promise = (new TcpConnector())->connect($address);
    Loop::futureTick($promise->cancel(...));
    try {
        await($promise);
    } catch (RuntimeException $e) {
        echo $e->getMessage(), " ({$e->getCode()})\n";
        run(); // and nothing is left in the loop
        return true;
    }
});

/** Takes one connection, tells what comes to it, and answers. */
function server_of_one_answer(): SocketServer
{
    $server = new SocketServer('127.0.0.1:0');
    $server->on('connection', function (ConnectionInterface $connection) use ($server) {
        narrate('server', $connection, 'data', 'end', 'error', 'close');
        $connection->on('data', fn () => $connection->write('answer'));
        $server->close();
    });
    return $server;
}

scenario('a connection that is reset ends and closes', function () {
    $server = server_of_one_answer();
    $client = stream_socket_client($server->getAddress());
    socket_set_option(socket_import_stream($client), SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
    fwrite($client, 'question');
    Loop::addReadStream($client, function ($client) {
        echo fread($client, 100), "\n";
        Loop::removeReadStream($client);
        fclose($client);
    });
    run();
    return true;
});

scenario('a peer that shuts down its sending side', function () {
    $server = server_of_one_answer();
    $client = stream_socket_client($server->getAddress());
    fwrite($client, 'question');
    Loop::addReadStream($client, function ($client) {
        $got = fread($client, 100);
        var_dump($got);
        if ($got !== '') {
            stream_socket_shutdown($client, STREAM_SHUT_WR);
        } else {
            Loop::removeReadStream($client);
        }
    });
    run();
    return feof($client);
});

scenario('an address in use, no address of ours, and no address at all', function () {
    $first = new SocketServer('127.0.0.1:0');
    $bad = ['203.0.113.1:9999', '127.0.0.1', 'localhost:80', 'udp://127.0.0.1:80', '127.0.0.1:x'];
    foreach ([$first->getAddress(), ...$bad] as $uri) {
        try {
            new SocketServer($uri);
        } catch (Exception $e) {
            echo $e::class, ': ', $e->getMessage(), " ({$e->getCode()})\n";
            $codes[] = $e->getCode();
        }
    }
    return array_slice($codes, 0, 2) === [SOCKET_EADDRINUSE, SOCKET_EADDRNOTAVAIL] && count($codes) === 6;
});
