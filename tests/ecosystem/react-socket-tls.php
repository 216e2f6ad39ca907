<?php
// library: react/socket
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/react.php';
require __DIR__ . '/inc/certificates.php';

use React\EventLoop\Loop;
use React\Promise\Deferred;
use React\Socket\ConnectionInterface;
use React\Socket\Connector;
use React\Socket\SocketServer;
use React\Socket\TcpConnector;
use React\Socket\TimeoutConnector;

function tls_server(array $options = []): SocketServer
{
    return new SocketServer('tls://127.0.0.1:0', ['tls' => ['local_cert' => certificate()] + $options]);
}

function tls_connector(array $options = []): Connector
{
    return new Connector(['tls' => $options + ['cafile' => certificate(), 'peer_name' => 'localhost'], 'dns' => false]);
}

/** Serves each connection with $serve, and closes itself after $connections of them. */
function serve(SocketServer $server, callable $serve, int $connections = 1): SocketServer
{
    $server->on('connection', function (ConnectionInterface $connection) use ($server, $serve, &$connections) {
        $serve($connection);
        --$connections === 0 && $server->close();
    });
    return $server;
}

/** Tries to connect and prints why that failed. */
function connect_in_vain(Connector|TimeoutConnector $connector, string $address): bool
{
    try {
        await($connector->connect($address))->close();
        return false;
    } catch (RuntimeException $e) {
        echo preg_replace('/error:[0-9A-F]+/', 'error', $e->getMessage()), " ({$e->getCode()})\n";
        return true;
    }
}

scenario('an echo over TLS, with addresses and a verified peer', function () {
    $server = serve(tls_server(), fn ($connection) => $connection->pipe($connection));
    echo $server->getAddress(), "\n";
    $client = await(tls_connector(['capture_peer_cert' => true])->connect($server->getAddress()));
    echo $client->getRemoteAddress(), ' ', $client->getLocalAddress(), "\n";
    $options = stream_context_get_options($client->stream)['ssl'];
    echo openssl_x509_parse($options['peer_certificate'])['subject']['CN'], "\n";
    echo stream_get_meta_data($client->stream)['crypto']['protocol'], "\n";
    narrate('client', $client, 'data', 'end', 'error', 'close');
    $client->write('hello');
    $client->once('data', fn () => $client->end());
    run();
    return true;
});

scenario('5 MB there and back over TLS', function () {
    $server = serve(tls_server(), fn ($connection) => $connection->pipe($connection));
    $data = payload(5_000_000);
    $client = await(tls_connector()->connect($server->getAddress()));
    $all = collect($client);
    $client->on('data', function (string $chunk) use ($client, $data, &$length) {
        $length += strlen($chunk);
        $length === strlen($data) && $client->end();
    });
    $client->write($data);
    $got = await($all);
    echo strlen($got), ' ', md5($got), "\n";
    return $got === $data;
});

scenario('5 MB in one go, and the end', function () {
    $data = payload(5_000_000);
    $server = serve(tls_server(), fn ($connection) => $connection->end($data));
    $got = await(collect(await(tls_connector()->connect($server->getAddress()))));
    echo strlen($got), ' ', md5($got), "\n";
    return $got === $data;
});

scenario('TLS 1.2 alone, and a cipher', function () {
    $server = serve(tls_server(), fn ($connection) => $connection->end('hello'));
    $connector = tls_connector([
        'crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT,
        'ciphers' => 'ECDHE-RSA-AES128-GCM-SHA256',
    ]);
    $client = await($connector->connect($server->getAddress()));
    $crypto = stream_get_meta_data($client->stream)['crypto'];
    echo "{$crypto['protocol']} {$crypto['cipher_name']}\n";
    return await(collect($client)) === 'hello';
});

scenario('a certificate that nobody vouches for', function () {
    $server = tls_server();
    $server->on('error', function ($e) use ($server) {
        echo 'server: ', preg_replace('/error:[0-9A-F]+/', 'error', $e->getMessage()), " ({$e->getCode()})\n";
        $server->close();
    });
    $failed = connect_in_vain(new Connector(['dns' => false]), $server->getAddress());
    run();
    return $failed;
});

scenario('a certificate of somebody else', function () {
    $server = tls_server();
    $server->on('error', fn () => null);
    $failed = connect_in_vain(tls_connector(['peer_name' => 'example.org']), $server->getAddress());
    $server->close();
    return $failed;
});

scenario('a client that does not speak TLS', function () {
    $server = tls_server();
    $failure = new Deferred();
    $server->on('error', $failure->resolve(...));
    $client = await((new TcpConnector())->connect(str_replace('tls', 'tcp', $server->getAddress())));
    narrate('client', $client, 'end', 'error');
    $client->write("GET / HTTP/1.0\r\n\r\n");
    $e = await($failure->promise());
    echo preg_replace('/error:[0-9A-F]+/', 'error', $e->getMessage()), " ({$e->getCode()})\n";
    $server->close();
    run();
    return true;
});

scenario('a client that leaves in the middle of the handshake', function () {
    $server = tls_server();
    $failure = new Deferred();
    $server->on('error', $failure->resolve(...));
    $client = await((new TcpConnector())->connect(str_replace('tls', 'tcp', $server->getAddress())));
    $client->end("\x16\x03\x01\x02\x00"); // a record's header, and nothing of the record
    $e = await($failure->promise());
    echo $e->getMessage(), " ({$e->getCode()})\n";
    return $e->getCode() === SOCKET_ECONNRESET;
});

scenario('a server that never answers the handshake', function () {
    $server = new SocketServer('127.0.0.1:0');
    $connector = new TimeoutConnector(tls_connector(), 0.05);
    return connect_in_vain($connector, str_replace('tcp', 'tls', $server->getAddress()));
});

scenario('a handshake that is cancelled', function () {
    $server = new SocketServer('127.0.0.1:0');
    $server->on('connection', function (ConnectionInterface $connection) use ($server, &$promise) {
        $connection->once('data', function () use ($connection, $server, &$promise) { // the client's hello
            $promise->cancel();
            $server->close();
            narrate('server', $connection, 'end', 'close');
        });
    });
    $promise = tls_connector()->connect(str_replace('tcp', 'tls', $server->getAddress()));
    try {
        await($promise);
    } catch (RuntimeException $e) {
        echo $e->getMessage(), " ({$e->getCode()})\n";
        run();
        return true;
    }
});

scenario('a certificate for each name', function () {
    $server = tls_server(['SNI_server_certs' => ['a.example' => certified('a.example'), 'b.example' => certified('b.example')]]);
    $server->on('error', fn () => null);
    serve($server, fn ($connection) => $connection->end('hello'), 2);
    foreach (['a.example', 'b.example'] as $name) {
        $client = await(tls_connector(['cafile' => authority(), 'peer_name' => $name])->connect($server->getAddress()));
        echo "$name ", await(collect($client)), "\n";
    }
    return true;
});

scenario('clients with certificates, and without', function () {
    $server = tls_server(['verify_peer' => true, 'verify_peer_name' => false,
        'cafile' => authority(), 'capture_peer_cert' => true]);
    $server->on('error', function ($e) {
        echo 'server: ', preg_replace('/error:[0-9A-F]+/', 'error', $e->getMessage()), " ({$e->getCode()})\n";
    });
    serve($server, function ($connection) {
        $certificate = stream_context_get_options($connection->stream)['ssl']['peer_certificate'];
        $connection->end('hello, ' . openssl_x509_parse($certificate)['subject']['CN']);
    }, 2);
    foreach ([certified('client'), null, certified('stranger', by: 'other'), certified('client')] as $certificate) {
        // (By TLS 1.2, so that a client hears in the handshake that it is refused.)
        $options = ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT];
        $connector = tls_connector($options + ($certificate === null ? [] : ['local_cert' => $certificate]));
        try {
            echo await(collect(await($connector->connect($server->getAddress())))), "\n";
        } catch (RuntimeException) {
            echo "refused\n";
        }
    }
    return true;
});

scenario('TLS that begins in the middle of a connection', function () {
    $server = new SocketServer('127.0.0.1:0', ['tls' => []]);
    $secure = new React\Socket\StreamEncryption(Loop::get(), true);
    $server->on('connection', function (ConnectionInterface $connection) use ($secure, $server) {
        stream_context_set_option($connection->stream, 'ssl', 'local_cert', certificate());
        $connection->once('data', function (string $data) use ($connection, $secure) {
            echo "server: $data\n";
            $connection->write('go ahead');
            $secure->enable($connection)->then(function ($connection) {
                $connection->on('data', fn (string $data) => $connection->end(strtoupper($data)));
            });
        });
        $server->close();
    });
    $options = ['tls' => ['cafile' => certificate(), 'peer_name' => 'localhost'], 'dns' => false];
    $client = await((new Connector($options))->connect($server->getAddress()));
    stream_context_set_option($client->stream, 'ssl', 'cafile', certificate());
    stream_context_set_option($client->stream, 'ssl', 'peer_name', 'localhost');
    $client->write('STARTTLS');
    $said = new Deferred();
    $client->once('data', $said->resolve(...));
    $answer = await($said->promise());
    echo "client: $answer\n";
    $client = await((new React\Socket\StreamEncryption(Loop::get(), false))->enable($client));
    echo stream_get_meta_data($client->stream)['crypto']['protocol'], "\n";
    $client->write('in secret');
    echo 'client: ', await(collect($client)), "\n";
    return true;
});

scenario('a silent client does not hold up the others', function () {
    $server = serve(tls_server(), fn ($connection) => $connection->end('hello'), 5);
    $silent = await((new TcpConnector())->connect(str_replace('tls', 'tcp', $server->getAddress())));
    $address = $server->getAddress();
    for ($i = 0; $i < 5; $i++) {
        $replies[] = await(collect(await(tls_connector()->connect($address))));
    }
    echo implode(' ', $replies), "\n";
    $silent->close();
    return true;
});

scenario('60 handshakes at once', function () {
    $server = serve(tls_server(), function ($connection) {
        $connection->once('data', fn (string $data) => $connection->end(strtoupper($data) . payload(50_000)));
    }, 60);
    for ($i = 0; $i < 60; $i++) {
        $replies[] = tls_connector()->connect($server->getAddress())->then(function ($client) use ($i) {
            $client->write("client $i ");
            return collect($client);
        });
    }
    $good = 0;
    foreach (await(React\Promise\all($replies)) as $i => $reply) {
        $good += (int) ($reply === "CLIENT $i " . payload(50_000));
    }
    echo "$good\n";
    return $good === 60;
});
