<?php
// peer: openssl
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/tls.php';

/** `openssl s_server` on a free port, with a certificate for localhost. @return array{Peer, int} */
function s_server(string ...$options): array
{
    $certificate = in_array('-cert', $options, true) ? [] : ['-cert', certified(), '-key', certified()];
    $chain = ['-cert_chain', authority()];
    $server = new Peer(['openssl', 's_server', '-accept', '127.0.0.1:0', ...$certificate, ...$chain, ...$options]);
    return [$server, (int) $server->awaits('/^ACCEPT.*:(\d+)$/m')];
}

/** The page of `-www`, which tells of the connection. @param resource $connection */
function page($connection): string
{
    fwrite($connection, "GET / HTTP/1.0\r\n\r\n");
    return stream_get_contents($connection);
}

/** Sends a line to `-rev`, and returns the answer. @param resource $connection */
function reversed($connection, string $line): string|false
{
    fwrite($connection, "$line\n");
    return told(fn () => fgets($connection));
}

/** Has it do one of the things that it does at the press of a key. */
function command(Peer $server, string $letter): void
{
    static $count = 0;
    $server->say("$letter\n");
    $server->awaits('/(?s)(?:SSL_do_handshake -> 1.*){' . ++$count . '}/');
}

scenario('TLS 1.2 and 1.3, by scheme and by option', function () {
    [, $port] = s_server('-rev');
    foreach (['tls', 'ssl', 'tlsv1.2', 'tlsv1.3'] as $transport) {
        $connection = tls_client($port, [], $transport);
        echo "$transport: ", agreed($connection), ' ', json_encode(reversed($connection, 'hello')), "\n";
        fclose($connection);
    }
    $method = STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT;
    $connection = tls_client($port, ['crypto_method' => $method, 'ciphers' => 'ECDHE-ECDSA-CHACHA20-POLY1305']);
    echo agreed($connection), ' ', json_encode(reversed($connection, 'hello')), "\n";
    return true;
});

scenario('whom we do not trust', function () {
    [, $port] = s_server('-rev');
    foreach ([
        'nobody vouches for it' => ['cafile' => authority('other')],
        'nor for itself' => ['cafile' => authority('other'), 'allow_self_signed' => true],
        'another name' => ['peer_name' => 'other.example'],
        'another fingerprint' => ['peer_fingerprint' => str_repeat('0', 64)],
        'not so deep' => ['verify_depth' => 0],
        'no check of the name' => ['peer_name' => 'other.example', 'verify_peer_name' => false],
        'no check' => ['cafile' => authority('other'), 'verify_peer' => false, 'verify_peer_name' => false],
        'the right fingerprint' => ['peer_fingerprint' => ['sha256' => openssl_x509_fingerprint(file_get_contents(certified()), 'sha256')]],
        'by address' => ['peer_name' => '127.0.0.1'],
    ] as $case => $options) {
        echo "$case:\n";
        $connection = tls_client($port, $options);
        echo '  ', json_encode($connection ? reversed($connection, 'served') : null), "\n";
        $connection && fclose($connection); // it serves one after the other
    }
    [, $port] = s_server('-rev', '-cert', certified('late', days: 0), '-key', certified('late', days: 0));
    echo "too late:\n";
    echo json_encode(tls_client($port, ['peer_name' => 'late'])), "\n";
    return true;
});

scenario('a session that is taken up again', function () {
    foreach (['-tls1_2', '-tls1_3'] as $version) {
        [, $port] = s_server('-www', $version);
        $last = null;
        for ($i = 0; $i < 3; $i++) {
            $connection = tls_client($port, [], 'tcp');
            stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_CLIENT, $last);
            echo "$version: ", preg_match('/^(New|Reused), TLSv1\.\d/m', page($connection), $m) ? $m[0] : '?', "\n";
            stream_socket_shutdown($connection, STREAM_SHUT_RDWR); // closed for the server, still there for us
            $last = $connection;
        }
    }
    return true;
});

scenario('a server that asks to renegotiate', function () {
    [$server, $port] = s_server('-tls1_2');
    $connection = tls_client($port);
    fwrite($connection, "before\n");
    $server->awaits('/before/');
    command($server, 'r');
    $server->say("after\n");
    echo json_encode(told(fn () => fgets($connection))), "\n";
    return fclose($connection);
});

scenario('keys that are changed under way', function () {
    [$server, $port] = s_server('-tls1_3');
    $connection = tls_client($port);
    foreach (['k', 'K', 'k'] as $i => $command) {
        fwrite($connection, "line $i\n");
        $server->awaits("/line $i/");
        command($server, $command);
        $server->say("answer $i\n");
        echo fgets($connection);
    }
    fwrite($connection, "last\n");
    $server->awaits('/last/');
    return fclose($connection);
});

scenario('ALPN', function () {
    [, $port] = s_server('-rev', '-alpn', 'http/1.1,h2');
    foreach (['http/1.1', 'h2,http/1.1', null] as $offered) {
        $connection = tls_client($port, $offered === null ? [] : ['alpn_protocols' => $offered]);
        echo $offered ?? 'nothing', ': ', stream_get_meta_data($connection)['crypto']['alpn_protocol'] ?? 'none', "\n";
        fclose($connection);
    }
    return true;
});

scenario('the name that we ask for', function () {
    $second = certified('b.example');
    [, $port] = s_server('-rev', '-servername', 'b.example', '-cert2', $second, '-key2', $second);
    foreach ([['peer_name' => 'b.example'], ['peer_name' => 'localhost'], ['peer_name' => 'b.example', 'SNI_enabled' => false]] as $options) {
        $connection = tls_client($port, $options + ['capture_peer_cert' => true, 'capture_peer_cert_chain' => true, 'verify_peer_name' => false]);
        $chain = stream_context_get_options($connection)['ssl']['peer_certificate_chain'];
        echo json_encode($options), ': ', captured($connection), ', ', count($chain), " in the chain\n";
        fclose($connection);
    }
    return true;
});

scenario('a server that wants a certificate', function () {
    $client = certified('client', []);
    openssl_pkey_export(openssl_pkey_get_private(file_get_contents($client)), $locked, 'secret');
    file_put_contents(temp_path('locked.pem'), $locked);
    foreach (['-tls1_2', '-tls1_3'] as $version) {
        [$server, $port] = s_server('-rev', $version, '-Verify', '2', '-verify_return_error', '-CAfile', authority());
        foreach ([
            'in one file' => ['local_cert' => $client],
            'with a passphrase' => ['local_cert' => $client, 'local_pk' => temp_path('locked.pem'), 'passphrase' => 'secret'],
            'none' => [],
            'by another authority' => ['local_cert' => certified('stranger', [], by: 'other')],
        ] as $case => $options) {
            echo "$version, $case:\n";
            $connection = tls_client($port, $options);
            echo '  ', json_encode($connection ? reversed($connection, 'hello') : null), "\n";
            $connection && fclose($connection);
        }
        echo substr_count($server->complained(), 'Peer certificate: CN = client'), "\n";
    }
    return true;
});

scenario('nothing in common', function () {
    [, $port] = s_server('-rev', '-tls1_3');
    echo json_encode(tls_client($port, [], 'tlsv1.2')), "\n";
    [, $port] = s_server('-rev', '-tls1_2', '-cipher', 'ECDHE-ECDSA-AES256-GCM-SHA384');
    echo json_encode(tls_client($port, [], 'tlsv1.3')), "\n";
    echo json_encode(tls_client($port, ['ciphers' => 'ECDHE-ECDSA-AES128-GCM-SHA256'])), "\n";
    $silent = stream_socket_server('tcp://127.0.0.1:0');
    $child = in_child(function () use ($silent) { // speaks, but not TLS
        fwrite(stream_socket_accept($silent), "220 not TLS, as you see\r\n");
        sleep(30);
    });
    echo json_encode(tls_client(port_of($silent))), "\n";
    return posix_kill($child, SIGKILL);
});

scenario('by https://, and a large file', function () {
    file_put_contents(temp_path('large'), $data = payload(8 << 20));
    chdir(temp_path(''));
    foreach (['-tls1_2', '-tls1_3'] as $version) {
        [, $port] = s_server('-WWW', $version);
        $context = stream_context_create(['ssl' => ['cafile' => authority()]]);
        $good[] = holds("$version at once", file_get_contents("https://localhost:$port/large", false, $context) === $data);
        $stream = fopen("https://localhost:$port/large", 'r', false, $context);
        for ($got = ''; !feof($stream); $got .= fread($stream, 100_000));
        $good[] = holds("$version in parts", $got === $data);
        fclose($stream);
        $context = stream_context_create(['ssl' => ['cafile' => authority('other')]]);
        $good[] = holds("$version untrusted", !told(fn () => file_get_contents("https://localhost:$port/large", false, $context)));
    }
    return !in_array(false, $good, true);
});

scenario('a handshake step by step', function () {
    [, $port] = s_server('-rev');
    $context = stream_context_create(['ssl' => ['cafile' => authority(), 'peer_name' => 'localhost']]);
    $flags = STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT;
    $connection = stream_socket_client("tcp://127.0.0.1:$port", $errno, $error, 30, $flags, $context);
    stream_set_blocking($connection, false);
    [$read, $write, $except] = [null, [$connection], null];
    echo stream_select($read, $write, $except, 30), "\n";
    while (($done = stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_CLIENT)) === 0) {
        $read = [$connection];
        stream_select($read, $write, $except, 30);
    }
    echo json_encode($done), ' ', agreed($connection), "\n";
    fwrite($connection, "hello\n");
    for ($got = ''; !str_ends_with($got, "\n"); $got .= fread($connection, 8192)) {
        $read = [$connection];
        stream_select($read, $write, $except, 30);
    }
    echo $got;
    return fclose($connection);
});

scenario('a server that says nothing for a while, then something, then dies', function () {
    [$server, $port] = s_server();
    $connection = tls_client($port);
    stream_set_timeout($connection, 0, 100_000);
    echo json_encode([fgets($connection), stream_get_meta_data($connection)['timed_out'], feof($connection)]), "\n";
    stream_set_timeout($connection, 30);
    $server->say("at last\n");
    echo json_encode([fgets($connection), stream_get_meta_data($connection)['timed_out'], feof($connection)]), "\n";
    $server->kill();
    echo json_encode([told(fn () => fgets($connection)), feof($connection)]), "\n";
    return fclose($connection);
});
