<?php
// peer: curl
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/tls.php';
require __DIR__ . '/inc/http.php';

/** curl for some paths of our server, which it trusts. @param list<string> $paths */
function curl($listener, array $paths, string ...$options): Peer
{
    $urls = array_map(fn ($path) => 'https://localhost:' . port_of($listener) . $path, $paths);
    return new Peer(['curl', '-sS', '--ipv4', '--cacert', authority(), '--max-time', '40', ...$options, ...$urls]);
}

const FACTS = ['-w', '%{http_version} %{num_connects} new, verified %{ssl_verify_result}\n'];

scenario('requests on one connection', function () {
    $listener = tls_listener();
    foreach (['1.2', '1.3'] as $version) {
        $curl = curl($listener, ['/one', '/two', '/three'], '--tls-max', $version, ...FACTS);
        $connection = taken($listener);
        echo agreed($connection), "\n";
        echo serve_http($connection, fn (string $request) => "you asked: $request\n"), " served\n";
        echo $curl->ends(), "\n", $curl->printed();
    }
    return true;
});

scenario('a hundred of them', function () {
    $listener = tls_listener();
    $curl = curl($listener, ['/[1-100]']);
    $count = serve_http(taken($listener), fn (string $request) => "$request\n");
    $curl->ends();
    echo $count, ' ', substr_count($curl->printed(), "HTTP/1.1\n"), ' ', md5($curl->printed()), "\n";
    return $count === 100;
});

scenario('ALPN', function () {
    foreach (['http/1.1', 'h2,http/1.1', 'http/1.0', null] as $protocols) {
        $listener = tls_listener($protocols === null ? [] : ['alpn_protocols' => $protocols]);
        $curl = curl($listener, ['/'], '--http1.1', ...FACTS);
        $connection = taken($listener);
        echo $protocols ?? 'nothing', ': ', stream_get_meta_data($connection)['crypto']['alpn_protocol'] ?? 'none', "\n";
        serve_http($connection, fn () => '');
        echo $curl->ends(), ' ', $curl->printed();
    }
    return true;
});

scenario('a certificate for each name', function () {
    $listener = tls_listener(['SNI_server_certs' => ['a.example' => certified('a.example'), 'b.example' => certified('b.example')]]);
    $port = port_of($listener);
    foreach (['a.example', 'b.example', 'c.example'] as $name) {
        $curl = new Peer(['curl', '-sS', '--cacert', authority(), '--resolve', "$name:$port:127.0.0.1", "https://$name:$port/"]);
        $connection = taken($listener);
        $connection && serve_http($connection, fn () => "$name\n");
        echo $curl->ends(), ' ', $curl->printed(), "\n";
    }
    return true;
});

scenario('clients with certificates', function () {
    $options = ['verify_peer' => true, 'cafile' => authority(), 'capture_peer_cert' => true];
    $listener = tls_listener($options);
    foreach ([certified('client', []), certified('stranger', [], by: 'other'), null] as $certificate) {
        $curl = curl($listener, ['/'], ...($certificate === null ? [] : ['--cert', $certificate]));
        if ($connection = taken($listener)) {
            $name = captured($connection);
            serve_http($connection, fn () => "hello, $name\n");
        }
        echo $curl->ends() === 0 ? 'served' : 'refused', ' ', $curl->printed(), "\n";
    }
    return true;
});

scenario('clients that refuse us', function () {
    $cases = [[[], ['--cacert', authority('other')]], [['local_cert' => certified('other.example')], []]];
    $cases[] = [['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_SERVER], ['--tlsv1.3']];
    foreach ($cases as [$ssl, $options]) {
        $listener = tls_listener($ssl);
        $curl = curl($listener, ['/'], ...$options);
        echo taken($listener) ? "the name is looked at after the handshake\n" : "no handshake\n";
        echo $curl->ends(), "\n";
    }
    return true;
});

scenario('8 MB there and back', function () {
    file_put_contents(temp_path('large'), $data = payload(8 << 20));
    $listener = tls_listener();
    foreach (['1.2', '1.3'] as $version) {
        $curl = curl($listener, ['/'], '--tls-max', $version, '--data-binary', '@' . temp_path('large'));
        serve_http(taken($listener), function (string $request, string $body) use ($data, &$good) {
            $good[] = holds('there', $body === $data);
            return strrev($body);
        });
        $curl->ends();
        $good[] = holds('back', $curl->printed() === strrev($data));
    }
    return !in_array(false, $good, true);
});

scenario('STARTTLS, sent by curl', function () {
    $listener = tls_listener([], 'tcp');
    file_put_contents(temp_path('mail'), "Subject: from curl\r\n\r\nhello\r\n");
    $curl = new Peer(['curl', '-sS', '--ssl-reqd', '--cacert', authority(), '--mail-from', 'a@example.org',
        '--mail-rcpt', 'b@example.org', '-T', temp_path('mail'), 'smtp://localhost:' . port_of($listener)]);
    $connection = taken($listener);
    fwrite($connection, "220 ready\r\n");
    while (($line = fgets($connection)) !== false) {
        $command = strtoupper(strtok($line, " :\r"));
        echo "$command ";
        $answers = ['EHLO' => "250-here\r\n250 STARTTLS\r\n", 'STARTTLS' => "220 go\r\n", 'DATA' => "354 go\r\n", 'QUIT' => "221 bye\r\n"];
        fwrite($connection, $answers[$command] ?? "250 ok\r\n");
        if ($command === 'STARTTLS') {
            echo json_encode(stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER)), ' ';
        }
        if ($command === 'DATA') {
            for ($mail = ''; ($line = fgets($connection)) !== ".\r\n"; $mail .= $line);
            fwrite($connection, "250 taken\r\n");
        }
    }
    echo "\n", $curl->ends(), ' ', json_encode($mail), "\n";
    return fclose($connection);
});

scenario('twenty at once', function () {
    $listener = tls_listener([], 'tcp');
    for ($i = 0; $i < 20; $i++) {
        $curls[] = curl($listener, ["/$i/[1-5]"]);
    }
    $streams = [$listener];
    $ready = [];
    for ($ended = 0; $ended < 20;) {
        [$read, $write, $except] = [$streams, null, null];
        stream_select($read, $write, $except, 30) > 0 || throw new RuntimeException('nothing for 30 s');
        foreach ($read as $stream) {
            $id = (int) $stream;
            if ($stream === $listener) {
                $connection = stream_socket_accept($listener);
                stream_set_blocking($connection, false);
                $streams[] = $connection;
            } elseif (empty($ready[$id])) {
                $ready[$id] = told(fn () => stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
                $ready[$id] !== false || throw new RuntimeException('a handshake failed');
            } elseif (preg_match('/^GET (\S+)/', (string) fread($stream, 8192), $m)) {
                respond($stream, "you are $m[1]\n");
            } elseif (feof($stream)) {
                fclose($stream);
                $streams = array_filter($streams, fn ($other) => $other !== $stream);
                unset($ready[$id]);
                $ended++;
            }
        }
    }
    foreach ($curls as $i => $curl) {
        $curl->ends();
        $good[] = $curl->printed() === implode('', array_map(fn ($n) => "you are /$i/$n\n", range(1, 5)));
    }
    return holds('all', !in_array(false, $good, true));
});
