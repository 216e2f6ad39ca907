<?php
// peer: nginx
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/tls.php';
require __DIR__ . '/inc/http.php';
require __DIR__ . '/inc/nginx.php';

/** The answer to a GET on a connection that is kept. @param resource $connection */
function get($connection, string $path, string $host = 'localhost'): string
{
    fwrite($connection, "GET $path HTTP/1.1\r\nHost: $host\r\n\r\n");
    for ($length = 0; ($line = told(fn () => fgets($connection))) !== "\r\n";) {
        if ($line === false) {
            return 'no answer';
        }
        sscanf($line, 'Content-Length: %d', $length);
    }
    return stream_get_contents($connection, $length);
}

/** A server that asks for certificates, and one of another name. */
function two_names(): int
{
    [$a, $b, $authority] = [certified(), certified('b.example'), authority()];
    $tell = 'return 200 "$server_name $ssl_protocol $ssl_client_verify $ssl_client_s_dn $ssl_session_reused $connection_requests\n";';
    return nginx(fn (int $port) => <<<CONF
        ssl_client_certificate $authority; ssl_verify_client optional; ssl_session_cache shared:s:1m; ssl_protocols TLSv1.2 TLSv1.3;
        keepalive_requests 1000;
        server { listen 127.0.0.1:$port ssl; server_name localhost; ssl_certificate $a; ssl_certificate_key $a;
                 location / { $tell } }
        server { listen 127.0.0.1:$port ssl; server_name b.example; ssl_certificate $b; ssl_certificate_key $b;
                 location / { $tell } }
        CONF);
}

/** nginx, as a proxy to our server; it verifies us, and shows a certificate if it has one. */
function proxy_to(int $upstream, string $authority, ?string $client = null): int
{
    $certificate = $client === null ? '' : "proxy_ssl_certificate $client; proxy_ssl_certificate_key $client;";
    return nginx(fn (int $port) => <<<CONF
        upstream ours { server 127.0.0.1:$upstream; keepalive 4; }
        server {
            listen 127.0.0.1:$port; proxy_read_timeout 30s; client_max_body_size 64m; client_body_buffer_size 16m;
            location / {
                proxy_pass https://ours; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_request_buffering off;
                proxy_ssl_verify on; proxy_ssl_trusted_certificate $authority; proxy_ssl_name localhost; proxy_ssl_server_name on;
                $certificate proxy_next_upstream off; proxy_buffering off; proxy_ssl_protocols TLSv1.2 TLSv1.3;
            }
        }
        CONF);
}

scenario('requests on one connection, by TLS 1.2 and 1.3', function () {
    $port = two_names();
    foreach (['tlsv1.2', 'tlsv1.3'] as $transport) {
        $connection = tls_client($port, [], $transport);
        echo agreed($connection), "\n";
        for ($i = 0; $i < 200; $i++) {
            $last = get($connection, "/$i");
        }
        echo $last;
    }
    return true;
});

scenario('names and certificates', function () {
    $port = two_names();
    foreach ([[], ['local_cert' => certified('client', [])], ['local_cert' => certified('stranger', [], by: 'other')]] as $options) {
        foreach (['localhost', 'b.example'] as $name) {
            $connection = tls_client($port, $options + ['peer_name' => $name, 'capture_peer_cert' => true]);
            echo captured($connection), ': ', trim(preg_replace('~^.*<title>(.*?)</title>.*$~s', '$1', get($connection, '/', $name))), "\n";
        }
    }
    echo json_encode(tls_client($port, ['peer_name' => 'c.example'])), "\n";
    return true;
});

scenario('sessions that are taken up again', function () {
    $port = two_names();
    foreach ([STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT] as $method) {
        $last = null;
        for ($i = 0; $i < 3; $i++) {
            $connection = tls_client($port, [], 'tcp');
            stream_socket_enable_crypto($connection, true, $method, $last);
            echo get($connection, '/');
            $last = $connection;
        }
    }
    return true;
});

scenario('https://', function () {
    [, $tls] = nginx_server();
    file_put_contents(temp_path('www/large'), $data = payload(8 << 20));
    $get = fn (string $path, array $http = []) => file_get_contents($tls . $path, false,
        stream_context_create(['ssl' => ['cafile' => certificate()], 'http' => $http]));
    $good[] = holds('large', $get('/large') === $data);
    $good[] = holds('chunked', $get('/chunked/large', ['protocol_version' => 1.1, 'header' => 'Connection: close']) === $data);
    $good[] = holds('redirected', $get('/redirect/large') === $data);
    $get('/put/x', ['method' => 'PUT', 'content' => $data, 'header' => 'Content-Type: application/octet-stream']);
    $good[] = holds('put', file_get_contents(temp_path('www/put/x')) === $data);
    $good[] = holds('untrusted', told(fn () => file_get_contents("$tls/large")) === false);
    echo json_encode(told(fn () => $get('/silent', ['timeout' => 0.3]))), "\n";
    return !in_array(false, $good, true);
});

scenario('nginx in front of our server', function () {
    $listener = tls_listener(['verify_peer' => true, 'cafile' => authority(), 'capture_peer_cert' => true]);
    $port = proxy_to(port_of($listener), authority(), certified('proxy', []));
    file_put_contents(temp_path('large'), $data = payload(8 << 20));
    $curl = new Peer(['curl', '-sS', '--data-binary', '@' . temp_path('large'), "http://127.0.0.1:$port/[1-4]"]);
    $connection = taken($listener);
    echo agreed($connection), ' ', captured($connection), "\n";
    for ($i = 1; $i <= 4; $i++) { // all of them on that one connection
        [$head, $body] = request($connection);
        echo strtok($head, "\r"), "\n";
        $good[] = $body === $data;
        respond($connection, substr($body, $i));
    }
    echo $curl->ends(), "\n";
    fclose($connection);
    $expected = implode('', array_map(fn ($i) => substr($data, $i), range(1, 4)));
    return holds('there', !in_array(false, $good, true)) && holds('back', $curl->printed() === $expected);
});

scenario('nginx does not trust our server', function () {
    $listener = tls_listener();
    $port = proxy_to(port_of($listener), authority('other'));
    $curl = new Peer(['curl', '-sS', '-o', '/dev/null', '-w', '%{http_code}', "http://127.0.0.1:$port/"]);
    $connection = taken($listener); // it looks at our certificate after the handshake
    echo json_encode(fgets($connection)), "\n";
    fclose($connection);
    $curl->ends();
    echo $curl->printed(), "\n";
    return true;
});

scenario('many clients through nginx', function () {
    $listener = tls_listener([], 'tcp');
    $port = proxy_to(port_of($listener), authority());
    $curl = new Peer(['curl', '-sS', '-Z', '--parallel-max', '20', "http://127.0.0.1:$port/[1-100]"]);
    [$streams, $ready, $served] = [[$listener], [], 0];
    while ($served < 100) {
        [$read, $write, $except] = [$streams, null, null];
        stream_select($read, $write, $except, 30) > 0 || throw new RuntimeException('nothing for 30 s');
        foreach ($read as $stream) {
            if ($stream === $listener) {
                $streams[] = $connection = stream_socket_accept($listener);
                stream_set_blocking($connection, false);
            } elseif (empty($ready[$id = (int) $stream])) {
                $ready[$id] = told(fn () => stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
                $ready[$id] !== false || throw new RuntimeException('a handshake failed');
            } elseif (preg_match('~^GET (/\d+)~', (string) fread($stream, 8192), $m)) {
                respond($stream, "$m[1]\n");
                $served++;
            } elseif (feof($stream)) {
                fclose($stream);
                $streams = array_filter($streams, fn ($other) => $other !== $stream);
                unset($ready[$id]);
            }
        }
    }
    $curl->ends();
    $lines = explode("\n", trim($curl->printed()));
    sort($lines, SORT_NATURAL);
    return holds('all', $lines === array_map(fn ($i) => "/$i", range(1, 100)));
});
