<?php
// library: amphp/socket
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/amp.php';
require __DIR__ . '/inc/certificates.php';

use Amp\Socket\BindContext;
use Amp\Socket\Certificate;
use Amp\Socket\ClientTlsContext;
use Amp\Socket\ConnectContext;
use Amp\Socket\ServerSocket;
use Amp\Socket\ServerTlsContext;
use Amp\Socket\Socket;
use Amp\TimeoutCancellation;

use function Amp\async;
use function Amp\ByteStream\buffer;
use function Amp\Socket\connect;
use function Amp\Socket\connectTls;
use function Amp\Socket\listen;

/** A server that starts TLS with each client before it serves it with $serve. */
function tls_server(Closure $serve, ?ServerTlsContext $context = null): ServerSocket
{
    $context ??= (new ServerTlsContext())->withDefaultCertificate(new Certificate(certificate()));
    $server = listen('127.0.0.1:0', (new BindContext())->withTlsContext($context));
    async(function () use ($server, $serve) {
        while ($client = $server->accept()) {
            async(function () use ($client, $serve) {
                $client->setupTls();
                $serve($client);
            })->ignore();
        }
    });
    return $server;
}

function tls_client(ServerSocket $server, ?ClientTlsContext $context = null): Socket
{
    $context ??= (new ClientTlsContext('localhost'))->withCaFile(certificate());
    return connectTls($server->getAddress()->toString(), (new ConnectContext())->withTlsContext($context));
}

function echo_all(Socket $client): void
{
    while (($chunk = $client->read()) !== null) {
        $client->write($chunk);
    }
    $client->close();
}

/** The next $length bytes: read() may give an empty string where TLS had something to say to itself. */
function take(Socket $client, int $length): string
{
    for ($got = ''; strlen($got) < $length;) {
        $got .= $client->read() ?? throw new LogicException('an early end after ' . strlen($got));
    }
    return $got;
}

const NUMBERS = '/error:[0-9A-F]+/';

scenario('an echo over TLS, with what was agreed on', function () {
    $server = tls_server(echo_all(...));
    $client = tls_client($server, (new ClientTlsContext('localhost'))->withCaFile(certificate())->withPeerCapturing());
    $info = $client->getTlsInfo();
    $name = $info->getPeerCertificates()[0]->getSubject()->getCommonName();
    echo $info->getVersion(), " $name ", $client->getTlsState()->name, "\n";
    $client->write('hello');
    echo $reply = take($client, 5), "\n";
    $client->close();
    return $reply === 'hello';
});

scenario('5 MB there and back over TLS', function () {
    $server = tls_server(echo_all(...));
    $client = tls_client($server);
    $data = payload(5_000_000);
    async(fn () => $client->write($data));
    $got = take($client, strlen($data));
    $client->close();
    echo strlen($got), ' ', md5($got), "\n";
    return $got === $data;
});

scenario('TLS 1.2, a cipher, and ALPN', function () {
    $context = (new ServerTlsContext())->withDefaultCertificate(new Certificate(certificate()))
        ->withApplicationLayerProtocols(['h2', 'http/1.1'])->withCiphers('ECDHE-RSA-AES128-GCM-SHA256');
    $server = tls_server(echo_all(...), $context);
    foreach ([['http/1.1'], ['h2', 'http/1.1']] as $protocols) {
        $client = tls_client($server, (new ClientTlsContext('localhost'))->withCaFile(certificate())
            ->withApplicationLayerProtocols($protocols)->withMinimumVersion(ClientTlsContext::TLSv1_2));
        echo $client->getTlsInfo()->getApplicationLayerProtocol(), "\n";
        $agreed[] = $client->getTlsInfo()->getApplicationLayerProtocol();
        $client->close();
    }
    return $agreed === ['http/1.1', 'h2'];
});

scenario('two names, two certificates', function () {
    $context = (new ServerTlsContext())->withDefaultCertificate(new Certificate(certificate()))
        ->withCertificates(['a.example' => new Certificate(certified('a.example')), 'b.example' => new Certificate(certified('b.example'))]);
    $server = tls_server(echo_all(...), $context);
    foreach (['a.example' => authority(), 'b.example' => authority(), 'localhost' => certificate()] as $name => $authority) {
        $client = tls_client($server, (new ClientTlsContext($name))->withCaFile($authority)->withPeerCapturing());
        echo $client->getTlsInfo()->getPeerCertificates()[0]->getSubject()->getCommonName(), "\n";
        $client->write('by name');
        $good[] = take($client, 7) === 'by name';
        $client->close();
    }
    return $good === [true, true, true];
});

scenario('clients with certificates, and without', function () {
    $context = (new ServerTlsContext())->withDefaultCertificate(new Certificate(certified()))
        ->withPeerVerification()->withPeerName('client')->withCaFile(authority())->withPeerCapturing();
    $server = listen('127.0.0.1:0', (new BindContext())->withTlsContext($context));
    foreach ([certified('client'), null, certified('someone'), certified('client', by: 'other')] as $certificate) {
        $serving = async(function () use ($server) {
            $peer = $server->accept();
            $peer->setupTls();
            $peer->write('hello, ' . $peer->getTlsInfo()->getPeerCertificates()[0]->getSubject()->getCommonName());
            $peer->close();
        });
        $tls = (new ClientTlsContext('localhost'))->withCaFile(authority());
        $tls = $certificate === null ? $tls : $tls->withCertificate(new Certificate($certificate));
        $client = async(fn () => buffer(tls_client($server, $tls)));
        $client->ignore(); // by TLS 1.3 it learns of a refusal after the handshake, or never
        $refused[] = fails(fn () => $serving->await(), NUMBERS);
        echo end($refused) ? '' : $client->await() . "\n";
    }
    return $refused === [false, true, true, true];
});

scenario('a certificate that nobody vouches for, and one of somebody else', function () {
    $server = tls_server(echo_all(...));
    $failed[] = fails(fn () => tls_client($server, new ClientTlsContext('localhost')), NUMBERS);
    $failed[] = fails(fn () => tls_client($server, (new ClientTlsContext('example.org'))->withCaFile(certificate())), NUMBERS);
    $context = (new ClientTlsContext('example.org'))->withoutPeerVerification();
    $client = tls_client($server, $context);
    $client->write('unverified');
    return take($client, 10) === 'unverified' && $failed === [true, true];
});

scenario('TLS begins in the middle of a connection, and ends there', function () {
    $context = (new ServerTlsContext())->withDefaultCertificate(new Certificate(certificate()));
    $server = listen('127.0.0.1:0', (new BindContext())->withTlsContext($context));
    $serving = async(function () use ($server) {
        $peer = $server->accept();
        echo 'server: ', $peer->read(), "\n";
        $peer->write('go ahead');
        $peer->setupTls();
        echo 'server: ', take($peer, 9), ' ', $peer->getTlsState()->name, "\n";
        $peer->write('understood');
        $peer->read();
        $peer->close();
    });
    $tls = (new ClientTlsContext('localhost'))->withCaFile(certificate());
    $client = connect($server->getAddress(), (new ConnectContext())->withTlsContext($tls));
    $client->write('STARTTLS');
    echo 'client: ', $client->read(), ' ', $client->getTlsState()->name, "\n";
    $client->setupTls();
    $client->write('in secret');
    echo 'client: ', take($client, 10), "\n";
    $client->shutdownTls();
    echo 'client: ', $client->getTlsState()->name, "\n";
    $client->close();
    $serving->await();
    return true;
});

scenario('a server that never answers the handshake, and one that hangs up', function () {
    foreach ([false, true] as $hang_up) {
        $server = listen('127.0.0.1:0');
        $serving = async(function () use ($server, $hang_up) {
            $peer = $server->accept();
            $hang_up && $peer->read() !== null && $peer->close();
            return $peer;
        });
        $context = (new ConnectContext())->withTlsContext(new ClientTlsContext('localhost'));
        $client = connect($server->getAddress(), $context);
        $failed[] = fails(fn () => $client->setupTls($hang_up ? null : new TimeoutCancellation(0.05)), NUMBERS);
        $serving->await();
    }
    return $failed === [true, true];
});

scenario('a client that does not speak TLS', function () {
    $context = (new ServerTlsContext())->withDefaultCertificate(new Certificate(certificate()));
    $server = listen('127.0.0.1:0', (new BindContext())->withTlsContext($context));
    $client = connect($server->getAddress());
    $peer = $server->accept();
    $client->write("GET / HTTP/1.0\r\n\r\n");
    return fails(fn () => $peer->setupTls(), NUMBERS);
});

scenario('60 handshakes at once', function () {
    $server = tls_server(function (Socket $client) {
        $client->write(strtoupper(take($client, 10)) . payload(50_000));
        $client->close();
    });
    for ($i = 0; $i < 60; $i++) {
        $replies[] = async(function () use ($server, $i) {
            $client = tls_client($server);
            $client->write(sprintf('client %02d ', $i));
            return buffer($client) === sprintf('CLIENT %02d ', $i) . payload(50_000);
        });
    }
    $good = count(array_filter(Amp\Future\await($replies)));
    echo "$good\n";
    return $good === 60;
});
