<?php
// peer: openssl
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/tls.php';

/** `openssl s_client`, which verifies us, as a client of our server. */
function s_client($listener, string ...$options): Peer
{
    return new Peer(['openssl', 's_client', '-connect', '127.0.0.1:' . port_of($listener), '-CAfile', authority(),
        '-verify_return_error', ...$options]);
}

/** What it says of the connection, by `-brief`. */
function in_brief(Peer $client): string
{
    preg_match_all('/^(?:Protocol version|Peer certificate|Verification): (.*)$/m', $client->complained(), $m);
    return implode(', ', $m[1]);
}

/** The alert that it got, if any. */
function alert_of(Peer $client): string
{
    return preg_match('/alert ([a-z ]+):/', $client->complained(), $m) ? $m[1] : 'no alert';
}

scenario('TLS 1.2 and 1.3, verified by the client', function () {
    $listener = tls_listener();
    foreach (['-tls1_2', '-tls1_3'] as $version) {
        $client = s_client($listener, '-brief', $version);
        $connection = taken($listener);
        echo agreed($connection), "\n";
        $client->say("hello\n");
        $client->awaits('/ESTABLISHED/');
        echo json_encode(fgets($connection)), "\n";
        fwrite($connection, "well\n");
        $client->say("and again\n");
        echo json_encode(fgets($connection)), "\n";
        fclose($connection);
        echo $client->ends(), ': ', $client->printed(), in_brief($client), "\n";
    }
    return true;
});

scenario('a client that wants to renegotiate', function () {
    $listener = tls_listener();
    $client = s_client($listener, '-tls1_2');
    $connection = taken($listener);
    $client->say("before\n");
    echo json_encode(fgets($connection)), "\n";
    $client->say("R\n");
    $client->awaits('/(RENEGOTIATING)/');
    echo json_encode(told(fn () => fgets($connection))), json_encode(feof($connection)), "\n";
    fclose($connection);
    $client->ends();
    preg_match('/SSL routines:.*?:(no renegotiation)/', $client->complained(), $m);
    echo $m[1] ?? $client->complained(), "\n";
    return true;
});

scenario('keys that are changed under way', function () {
    $listener = tls_listener();
    $client = s_client($listener, '-tls1_3');
    $connection = taken($listener);
    foreach (["k\n", "K\n", "k\n"] as $i => $command) { // its own key; both keys
        $client->say("line $i\n");
        echo trim(fgets($connection)), ' ';
        $client->say($command);
        fwrite($connection, "answer $i\n");
        $client->awaits("/answer $i/");
    }
    $client->say("last\n");
    echo fgets($connection);
    fclose($connection);
    echo $client->ends(), "\n";
    return true;
});

scenario('ALPN', function () {
    $listener = tls_listener(['alpn_protocols' => 'h2,http/1.1']);
    foreach (['http/1.1', 'http/1.1,h2', 'spdy/3', null] as $offered) {
        $client = s_client($listener, ...($offered === null ? [] : ['-alpn', $offered]));
        $connection = taken($listener);
        echo $offered ?? 'nothing', ': ', stream_get_meta_data($connection)['crypto']['alpn_protocol'] ?? 'none', ', ';
        fclose($connection);
        $client->ends();
        echo preg_match('/^(No ALPN negotiated|ALPN protocol: .*)$/m', $client->printed(), $m) ? $m[1] : '?', "\n";
    }
    return true;
});

scenario('a certificate for each name', function () {
    $listener = tls_listener(['SNI_server_certs' => ['a.example' => certified('a.example'), '*.b.example' => certified('*.b.example')]]);
    foreach (['a.example', 'www.b.example', 'c.example', null] as $name) {
        $client = s_client($listener, '-brief', ...($name === null ? ['-noservername'] : ['-servername', $name]));
        $connection = taken($listener);
        fclose($connection);
        $client->ends();
        echo $name ?? 'no name', ': ', in_brief($client), "\n";
    }
    return true;
});

scenario('a client with a certificate, one without, one of another authority, one too late', function () {
    $options = ['verify_peer' => true, 'cafile' => authority(), 'capture_peer_cert' => true, 'capture_peer_cert_chain' => true];
    $listener = tls_listener($options);
    foreach (['-tls1_2', '-tls1_3'] as $version) {
        foreach ([certified('client', []), null, certified('stranger', [], by: 'other'), certified('late', [], 0)] as $certificate) {
            $options = $certificate === null ? [] : ['-cert', $certificate, '-key', $certificate];
            $client = s_client($listener, '-brief', $version, ...$options);
            $connection = taken($listener);
            if ($connection) {
                echo 'served: ', captured($connection), ', ',
                    count(stream_context_get_options($connection)['ssl']['peer_certificate_chain']), " in the chain\n";
                fclose($connection);
            }
            $client->ends();
            echo "$version: ", alert_of($client), "\n";
        }
    }
    return true;
});

scenario('a client that refuses us', function () {
    $listener = tls_listener();
    foreach (['-tls1_2', '-tls1_3'] as $version) {
        $client = s_client($listener, '-brief', $version, '-verify_hostname', 'other.example');
        echo json_encode(taken($listener)), "\n";
        $client->ends();
        echo preg_match('/verify error:.*/', $client->complained(), $m) ? $m[0] : $client->complained(), "\n";
    }
    return true;
});

scenario('nothing in common', function () {
    $listeners = [
        [['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_3_SERVER], ['-tls1_2']],
        [['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_SERVER], ['-tls1_3']],
        [['ciphers' => 'ECDHE-ECDSA-AES256-GCM-SHA384'], ['-tls1_2', '-cipher', 'ECDHE-ECDSA-AES128-GCM-SHA256']],
    ];
    foreach ($listeners as [$ssl, $options]) {
        $listener = tls_listener($ssl);
        $client = s_client($listener, '-brief', ...$options);
        echo json_encode(taken($listener)), "\n";
        $client->ends();
        echo implode(' ', $options), ': ', alert_of($client), "\n";
    }
    return true;
});

scenario('sessions are not resumed, and nobody minds', function () {
    $listener = tls_listener();
    $client = s_client($listener, '-tls1_2', '-reconnect');
    for ($i = 0; $i < 6; $i++) {
        $connection = taken($listener);
        $i < 5 ? fgets($connection) : fclose($connection);
    }
    $client->ends();
    preg_match_all('/^(New|Reused), TLSv1.2/m', $client->printed(), $m);
    echo implode(' ', $m[1]), "\n";
    foreach (['-sess_out', '-sess_in'] as $option) {
        $client = s_client($listener, '-tls1_3', $option, temp_path('session'));
        $connection = taken($listener);
        fwrite($connection, "with tickets\n");
        $client->awaits('/with tickets/');
        fclose($connection);
        $client->ends();
        echo $option, ': ', preg_match('/^(New|Reused), TLSv1.3/m', $client->printed(), $m) ? $m[1] : '?', ', ',
            substr_count($client->printed(), 'New Session Ticket arrived'), " tickets\n";
    }
    return true;
});

scenario('STARTTLS of three protocols', function () {
    $listener = tls_listener([], 'tcp');
    $dialogues = [
        'smtp' => ["220 ready\r\n", '/^EHLO .*/', "250-here\r\n250 STARTTLS\r\n", '/^STARTTLS/', "220 go\r\n"],
        'imap' => ["* OK ready\r\n", '/^\. CAPABILITY/', "* CAPABILITY IMAP4rev1 STARTTLS\r\n. OK\r\n", '/^\. STARTTLS/', ". OK\r\n"],
        'pop3' => ["+OK ready\r\n", '/^STLS/', "+OK\r\n"],
    ];
    foreach ($dialogues as $protocol => $dialogue) {
        $client = s_client($listener, '-starttls', $protocol, '-brief');
        $connection = taken($listener);
        foreach ($dialogue as $i => $part) {
            if ($i % 2 === 0) {
                fwrite($connection, $part);
            } elseif (!preg_match($part, $line = fgets($connection))) {
                echo "unexpected: $line";
            }
        }
        echo json_encode(stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER)), ' ';
        $client->say("in secret\n");
        echo json_encode(fgets($connection)), "\n";
        fclose($connection);
        $client->ends();
        echo "$protocol: ", in_brief($client), "\n";
    }
    return true;
});

scenario('8 MB down, 8 MB up', function () {
    $listener = tls_listener();
    file_put_contents(temp_path('large'), $data = payload(8 << 20));
    foreach (['-tls1_2', '-tls1_3'] as $version) {
        $client = s_client($listener, '-quiet', $version);
        $connection = taken($listener);
        for ($sent = 0; $sent < strlen($data); $sent += fwrite($connection, substr($data, $sent, 1_000_000)));
        fclose($connection);
        $client->ends();
        $good[] = holds("$version down", $client->printed() === $data);
        $client = new Peer(['openssl', 's_client', '-quiet', '-no_ign_eof', '-nocommands', $version, '-connect', '127.0.0.1:' . port_of($listener)],
            temp_path('large'));
        $connection = taken($listener);
        $good[] = holds("$version up", stream_get_contents($connection) === $data);
        fclose($connection);
        $client->ends();
    }
    return !in_array(false, $good, true);
});

scenario('a client that says nothing for a while, then something, then dies', function () {
    $listener = tls_listener();
    $client = s_client($listener, '-brief');
    $connection = taken($listener);
    $client->awaits('/ESTABLISHED/');
    stream_set_timeout($connection, 0, 100_000);
    echo json_encode([fgets($connection), stream_get_meta_data($connection)['timed_out'], feof($connection)]), "\n";
    stream_set_timeout($connection, 30);
    $client->say("at last\n");
    echo json_encode([fgets($connection), stream_get_meta_data($connection)['timed_out'], feof($connection)]), "\n";
    stream_set_blocking($connection, false);
    echo json_encode([fgets($connection), feof($connection)]), "\n";
    stream_set_blocking($connection, true);
    fwrite($connection, "good\n");
    $client->awaits('/good/');
    $client->kill();
    echo json_encode([told(fn () => fgets($connection)), feof($connection)]), "\n";
    return fclose($connection);
});

scenario('a dozen of clients in one select loop', function () {
    $listener = tls_listener([], 'tcp');
    stream_set_blocking($listener, false);
    for ($i = 0; $i < 12; $i++) {
        $clients[] = $client = s_client($listener, '-brief', $i % 2 ? '-tls1_2' : '-tls1_3');
        $client->say("client $i\nand its second line\n");
    }
    $all = [];
    for ($ended = 0; $ended < 12;) {
        [$read, $write, $except] = [[...array_column($all, 0), $listener], null, null];
        stream_select($read, $write, $except, 30) > 0 || throw new RuntimeException('nothing for 30 s');
        foreach ($read as $stream) {
            if ($stream === $listener) {
                while ($connection = @stream_socket_accept($listener, 0)) {
                    stream_set_blocking($connection, false);
                    $all[(int) $connection] = [$connection, false, ''];
                }
                continue;
            }
            [, $is_secret, $text] = $all[$id = (int) $stream];
            if (!$is_secret) {
                $all[$id][1] = stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
                $all[$id][1] !== false || throw new RuntimeException('a handshake failed');
                continue;
            }
            $all[$id][2] = $text .= fread($stream, 8192);
            if (substr_count($text, "\n") === 2) {
                fwrite($stream, strtoupper($text));
                unset($all[$id]);
                fclose($stream);
                $ended++;
            }
        }
    }
    foreach ($clients as $i => $client) {
        $client->ends();
        $good[] = $client->printed() === "CLIENT $i\nAND ITS SECOND LINE\n";
    }
    echo count(array_filter($good)), "\n";
    return !in_array(false, $good, true);
});
