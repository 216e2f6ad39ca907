<?php
// library: amphp/socket
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/amp.php';
require __DIR__ . '/inc/full.php';

use Amp\Socket\BindContext;
use Amp\Socket\ConnectContext;
use Amp\Socket\DnsSocketConnector;
use Amp\Socket\ServerSocket;
use Amp\Socket\Socket;
use Amp\TimeoutCancellation;

use function Amp\async;
use function Amp\ByteStream\buffer;
use function Amp\ByteStream\pipe;
use function Amp\Socket\connect;
use function Amp\Socket\listen;

/** Accepts for as long as $server is open, and serves each connection in a fiber of its own. */
function serve(ServerSocket $server, Closure $serve): void
{
    async(function () use ($server, $serve) {
        while ($client = $server->accept()) {
            async($serve, $client);
        }
    });
}

function echo_all(Socket $client): void
{
    pipe($client, $client);
    $client->end();
}

/** Tries once; connect() would try again later. */
function connect_once(string $uri, mixed ...$arguments): Socket
{
    return (new DnsSocketConnector())->connect($uri, ...$arguments);
}

scenario('an echo over TCP, with addresses', function () {
    $server = listen('127.0.0.1:0');
    serve($server, echo_all(...));
    $client = connect($server->getAddress());
    echo $client->getRemoteAddress()->toString(), ' ', $client->getLocalAddress()->toString(), "\n";
    $same = $client->getRemoteAddress()->toString() === $server->getAddress()->toString();
    $client->write('hello');
    echo $client->read(), "\n";
    $client->end();
    var_dump($client->read(), $client->isClosed());
    $server->close();
    return $same;
});

scenario('8 MB there and back', function () {
    $server = listen('127.0.0.1:0');
    serve($server, echo_all(...));
    $client = connect($server->getAddress());
    $data = payload(8_000_000);
    async(function () use ($client, $data) {
        $client->write($data);
        $client->end();
    });
    $got = buffer($client);
    echo strlen($got), ' ', md5($got), "\n";
    return $got === $data;
});

scenario('end() closes one direction only', function () {
    $server = listen('127.0.0.1:0');
    serve($server, function (Socket $client) {
        $request = buffer($client); // ends with the peer's sending
        $client->write("you sent $request");
        $client->end();
    });
    $client = connect($server->getAddress());
    $client->write('one, ');
    $client->write('two');
    $client->end();
    var_dump($client->isWritable(), $client->isReadable());
    echo $reply = buffer($client), "\n";
    return $reply === 'you sent one, two';
});

scenario('500 pipelined requests are answered in order', function () {
    $server = listen('127.0.0.1:0');
    serve($server, function (Socket $client) {
        foreach (Amp\ByteStream\splitLines($client) as $line) {
            $client->write("you said $line\n");
        }
        $client->end();
    });
    $client = connect($server->getAddress());
    $client->write(implode("\n", range(1, 500)) . "\n");
    $client->end();
    $lines = explode("\n", rtrim(buffer($client)));
    echo count($lines), " $lines[499]\n";
    return $lines === array_map(fn ($i) => "you said $i", range(1, 500));
});

scenario('unix sockets', function () {
    $server = listen('unix://' . temp_path('socket'));
    echo $server->getAddress()->toString(), "\n";
    serve($server, echo_all(...));
    foreach (['hello', payload(1_000_000)] as $data) {
        $client = connect($server->getAddress());
        async(function () use ($client, $data) {
            $client->write($data);
            $client->end();
        });
        $good[] = buffer($client) === $data;
    }
    $server->close();
    $good[] = fails(fn () => connect_once('unix://' . temp_path('socket')), '/stream_socket_client\(\): /');
    return $good === [true, true, true];
});

scenario('a refused connection', function () {
    return fails(fn () => connect_once('127.0.0.1:' . free_port()));
});

scenario('a connection attempt that takes too long, by context and by cancellation', function () {
    [$address, $keep] = full_listener();
    $failed[] = fails(fn () => connect_once($address, (new ConnectContext())->withConnectTimeout(0.05)));
    $failed[] = fails(fn () => connect_once($address, null, new TimeoutCancellation(0.05)));
    return $failed === [true, true];
});

scenario('accept() and read() that are cancelled, and go on later', function () {
    $server = listen('127.0.0.1:0');
    $failed[] = fails(fn () => $server->accept(new TimeoutCancellation(0.01)));
    $accepting = async($server->accept(...));
    $client = connect($server->getAddress());
    $failed[] = fails(fn () => $client->read(new TimeoutCancellation(0.01)));
    $accepting->await()->write('hello');
    echo $client->read(), "\n";
    return $failed === [true, true];
});

scenario('close() wakes who accepts and who reads', function () {
    $server = listen('127.0.0.1:0');
    $accepting = async($server->accept(...));
    $client = connect($server->getAddress());
    $peer = $accepting->await();
    $accepting = async($server->accept(...));
    $reading = async($client->read(...));
    Amp\delay(0.005);
    $server->close();
    $client->close();
    var_dump($accepting->await(), $reading->await(), $peer->read());
    return $server->isClosed() && $client->isClosed();
});

scenario('a connection that is reset', function () {
    $server = listen('127.0.0.1:0');
    $accepting = async($server->accept(...));
    $client = stream_socket_client('tcp://' . $server->getAddress()->toString());
    $peer = $accepting->await();
    fwrite($client, 'last words');
    var_dump($peer->read());
    socket_set_option(socket_import_stream($client), SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
    fclose($client);
    var_dump($peer->read());
    return fails(function () use ($peer) {
        $peer->write('anybody there?');
        $peer->write('anybody there?');
    });
});

scenario('an address in use, and no address of ours', function () {
    $server = listen('127.0.0.1:0');
    // (The errno in these texts is 0 on stock PHP and right with uvstream: see DIVERGENCES.md.)
    $failed[] = fails(fn () => listen($server->getAddress()), '/Error: #\d+|\(\d+\)/');
    $failed[] = fails(fn () => listen('203.0.113.1:9999'), '/Error: #\d+|\(\d+\)/');
    return $failed === [true, true];
});

scenario('two servers share a port with SO_REUSEPORT', function () {
    $context = (new BindContext())->withReusePort()->withBacklog(50);
    $servers = [$first = listen('127.0.0.1:0', $context), listen($first->getAddress(), $context)];
    foreach ($servers as $server) {
        serve($server, function (Socket $client) {
            $client->write('served');
            $client->end();
        });
    }
    for ($i = 0; $i < 30; $i++) {
        $replies[] = async(fn () => buffer(connect($first->getAddress())));
    }
    $count = array_count_values(Amp\Future\await($replies));
    var_dump($count);
    return $count === ['served' => 30];
});

scenario('datagrams', function () {
    $server = Amp\Socket\bindUdpSocket('127.0.0.1:0');
    async(function () use ($server) {
        while ([$address, $data] = $server->receive()) {
            $server->send($address, strtoupper($data));
        }
    });
    $client = connect('udp://' . $server->getAddress()->toString());
    foreach (['one', 'two', str_repeat('x', 5000)] as $data) {
        $client->write($data);
        $replies[] = $client->read();
    }
    echo strlen(implode($replies)), "\n";
    $server->close();
    return $replies === ['ONE', 'TWO', str_repeat('X', 5000)];
});

scenario('400 connections at once', function () {
    $server = listen('127.0.0.1:0', (new BindContext())->withBacklog(512));
    serve($server, echo_all(...));
    for ($i = 0; $i < 400; $i++) {
        $connecting[] = async(fn () => connect_once($server->getAddress()->toString()));
    }
    $clients = Amp\Future\await($connecting); // all are open before the first of them speaks
    foreach ($clients as $i => $client) {
        $replies[$i] = async(function () use ($i, $client) {
            $client->write("client $i " . substr(payload(10_000), $i));
            $client->end();
            return buffer($client) === "client $i " . substr(payload(10_000), $i);
        });
    }
    $good = count(array_filter(Amp\Future\await($replies)));
    echo "$good\n";
    return $good === 400;
});
