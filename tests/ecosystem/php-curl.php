<?php
// extension: curl
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/tls.php';
require __DIR__ . '/inc/http.php';

/** @param array<int, mixed> $options */
function handle($listener, string $path, array $options = []): CurlHandle
{
    $handle = curl_init('https://localhost:' . port_of($listener) . $path);
    curl_setopt_array($handle, $options + [CURLOPT_RETURNTRANSFER => true, CURLOPT_CAINFO => authority(), CURLOPT_TIMEOUT => 30,
        CURLOPT_IPRESOLVE => CURL_IPRESOLVE_V4, CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1]);
    return $handle;
}

/** Serves $connections connections in a child, one after the other, while $body runs; what the child saw is printed behind. */
function while_serving($listener, int $connections, callable $body): mixed
{
    $seen = temp_path('seen');
    $child = in_child(function () use ($listener, $connections, $seen) {
        ob_start();
        while ($connections-- > 0) {
            $connection = taken($listener);
            echo $connection ? agreed($connection) : 'refused', "\n";
            $connection && print serve_http($connection, fn (string $request, string $body) => "$request\n" . strrev($body)) . " served\n";
        }
        file_put_contents($seen, ob_get_clean());
    });
    $result = $body();
    pcntl_waitpid($child, $status);
    echo file_get_contents($seen);
    return $result;
}

scenario('requests on one connection', function () {
    $listener = tls_listener(['alpn_protocols' => 'http/1.1']);
    return while_serving($listener, 1, function () use ($listener) {
        $handle = handle($listener, '/');
        for ($i = 0; $i < 50; $i++) {
            curl_setopt($handle, CURLOPT_URL, 'https://localhost:' . port_of($listener) . "/$i");
            $last = curl_exec($handle);
        }
        echo $last, curl_getinfo($handle, CURLINFO_SSL_VERIFYRESULT), "\n";
        $data = payload(4 << 20);
        curl_setopt($handle, CURLOPT_POSTFIELDS, $data);
        return holds('a large one', curl_exec($handle) === "POST /49 HTTP/1.1\n" . strrev($data));
    });
});

scenario('with a certificate, without, and in vain', function () {
    $listener = tls_listener(['verify_peer' => true, 'cafile' => authority()]);
    return while_serving($listener, 3, function () use ($listener) {
        foreach ([[CURLOPT_SSLCERT => certified('client', [])], [], [CURLOPT_CAINFO => authority('other')]] as $options) {
            $handle = handle($listener, '/', $options);
            echo curl_exec($handle) === false ? 'failed' : 'done', "\n";
            $numbers[] = curl_errno($handle);
        }
        return $numbers[0] === 0 && $numbers[2] === CURLE_SSL_CACERT;
    });
});

scenario('by curl_multi, and our server in the same process', function () {
    $listener = tls_listener([], 'tcp');
    stream_set_blocking($listener, false);
    $multi = curl_multi_init();
    for ($i = 0; $i < 10; $i++) {
        curl_multi_add_handle($multi, $handles[$i] = handle($listener, "/$i"));
    }
    [$streams, $ready] = [[], []];
    do {
        curl_multi_exec($multi, $running);
        while ($connection = @stream_socket_accept($listener, 0)) {
            stream_set_blocking($connection, false);
            $streams[(int) $connection] = $connection;
        }
        foreach ($streams as $id => $stream) {
            if (empty($ready[$id])) {
                $ready[$id] = told(fn () => stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
                $ready[$id] !== false || throw new RuntimeException('a handshake failed');
            } elseif (preg_match('~^GET (/\d+)~', (string) fread($stream, 8192), $m)) {
                respond($stream, "you are $m[1]");
            } elseif (feof($stream)) {
                unset($streams[$id]);
            }
        }
        usleep(500);
    } while ($running > 0);
    foreach ($handles as $handle) {
        echo curl_multi_getcontent($handle), "\n";
    }
    return true;
});
