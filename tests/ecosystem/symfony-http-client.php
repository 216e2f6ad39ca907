<?php
// library: symfony/http-client
// needs: nginx
declare(strict_types=1);

use Symfony\Component\HttpClient\NativeHttpClient;
use Symfony\Component\HttpClient\RetryableHttpClient;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/nginx.php';

/** nginx with the files small and large in www: a client of it on PHP's streams, and nginx's addresses by TLS. */
function served(array $options = []): array
{
    [$plain, $tls, $other] = nginx_server();
    file_put_contents(temp_path('www/small'), "hello\n");
    file_put_contents(temp_path('www/large'), payload(20 << 20));
    return [new NativeHttpClient($options + ['base_uri' => $plain]), $tls, $other];
}

function sha_of_large(): string
{
    return hash_file('sha256', temp_path('www/large'));
}

scenario('gets and posts', function () {
    [$client] = served();
    $response = $client->request('GET', '/small');
    echo $response->getStatusCode(), ' ', $response->getHeaders()['content-length'][0], ' ', $response->getContent();
    echo $client->request('GET', '/seen', ['query' => ['a' => 'b c'], 'headers' => ['X-Asked' => 'yes']])->getContent();
    echo $client->request('POST', '/echo', ['body' => ['x' => '1', 'y' => 'ü']])->getContent();
    echo $client->request('POST', '/echo', ['json' => ['deep' => [1, null]]])->getContent();
    echo $response->getInfo('http_code'), ' ', $response->getInfo('http_method'), "\n";
    return true;
});

scenario('errors of the server', function () {
    [$client] = served();
    echo outcome(fn () => $client->request('GET', '/gone')->getContent()), "\n";
    echo $client->request('GET', '/gone')->getContent(false);
    echo outcome(fn () => $client->request('GET', '/none')->getHeaders()), "\n";
    echo outcome(fn () => $client->request('GET', '/drop')->getStatusCode()), "\n";
    return true;
});

scenario('redirects', function () {
    [$client] = served();
    $response = $client->request('GET', '/redirect/redirect/small');
    echo $response->getContent(), $response->getInfo('redirect_count'), "\n";
    echo $client->request('GET', '/redirect/small', ['max_redirects' => 0])->getStatusCode(), "\n";
    echo outcome(fn () => $client->request('GET', '/loop', ['max_redirects' => 3])->getContent()), "\n";
    return true;
});

scenario('concurrent responses', function () {
    [$client] = served();
    for ($i = 0; $i < 40; $i++) {
        $responses[] = $client->request('GET', $i % 4 ? "/seen?$i" : '/chunked/large', ['user_data' => $i]);
    }
    $hashes = $seen = [];
    foreach ($client->stream($responses, 30) as $response => $chunk) {
        $i = $response->getInfo('user_data');
        if ($chunk->isTimeout()) {
            return false;
        }
        $chunk->isFirst() && $response->getStatusCode();
        $hashes[$i] ??= hash_init('sha256');
        hash_update($hashes[$i], $chunk->getContent());
        $chunk->isLast() && $seen[$i] = hash_final($hashes[$i]);
    }
    ksort($seen);
    echo count($seen), ' ', hash('sha256', implode(' ', $seen)), "\n";
    return $seen[0] === sha_of_large();
});

scenario('a slow one does not hold up the others', function () {
    [$client] = served();
    $slow = $client->request('GET', '/slow/large', ['timeout' => 30]);
    $responses = [$slow];
    for ($i = 0; $i < 10; $i++) {
        $responses[] = $client->request('GET', '/small', ['user_data' => $i]);
    }
    $done = 0;
    foreach ($client->stream($responses) as $response => $chunk) {
        if ($chunk->isLast() && ++$done === 10) {
            $slow->cancel();
            break;
        }
    }
    echo "$done done, ", json_encode($slow->getInfo('canceled')), "\n";
    return true;
});

scenario('large bodies: chunked, compressed, unbuffered', function () {
    [$client] = served();
    $buffered = $client->request('GET', '/large')->getContent();
    $gzip = $client->request('GET', '/gzip/large')->getContent();
    $chunked = $client->request('GET', '/chunked/large', ['buffer' => fopen(temp_path('buffer'), 'w+')]);
    $chunked->getContent();
    $unbuffered = $client->request('GET', '/large', ['buffer' => false]);
    $hash = hash_init('sha256');
    foreach ($client->stream($unbuffered) as $chunk) {
        hash_update($hash, $chunk->getContent());
    }
    $stream = $client->request('GET', '/large')->toStream();
    return holds('buffered', hash('sha256', $buffered) === sha_of_large())
        && holds('gzip', hash('sha256', $gzip) === sha_of_large())
        && holds('chunked', hash_file('sha256', temp_path('buffer')) === sha_of_large())
        && holds('unbuffered', hash_final($hash) === sha_of_large())
        && holds('as a stream', hash('sha256', stream_get_contents($stream)) === sha_of_large());
});

scenario('uploads', function () {
    [$client] = served();
    echo $client->request('PUT', '/put/text', ['body' => "text\n"])->getStatusCode(), "\n";
    echo $client->request('PUT', '/put/large', ['body' => fopen(temp_path('www/large'), 'r')])->getStatusCode(), "\n";
    echo $client->request('PUT', '/put/parts', ['body' => (function () {
        for ($i = 0; $i < 100; $i++) {
            yield str_repeat(chr(65 + $i % 26), 1000);
        }
    })()])->getStatusCode(), "\n";
    return holds('text', file_get_contents(temp_path('www/put/text')) === "text\n")
        && holds('large', hash_file('sha256', temp_path('www/put/large')) === sha_of_large())
        && holds('parts', strlen(file_get_contents(temp_path('www/put/parts'))) === 100_000);
});

scenario('time-outs', function () {
    [$client] = served();
    echo outcome(fn () => $client->request('GET', '/silent', ['timeout' => 0.3])->getContent()), "\n";
    echo outcome(fn () => $client->request('GET', '/slow/large', ['timeout' => 0.5, 'buffer' => false])->getStatusCode()), "\n";
    echo outcome(fn () => $client->request('GET', '/slow/large', ['max_duration' => 1.5, 'timeout' => 30])->getContent()), "\n";
    echo outcome(fn () => $client->request('GET', '/slow/large', ['timeout' => 0.3])->getContent()), "\n";
    $response = $client->request('GET', '/slow/large', ['timeout' => 30]);
    for ($idle = 0; $idle < 3;) {
        foreach ($client->stream($response, 0.1) as $chunk) { // now and then a byte comes
            $idle += (int) $chunk->isTimeout();
        }
    }
    $response->cancel();
    echo "$idle idle\n";
    return $client->request('GET', '/small')->getContent() === "hello\n";
});

scenario('cancelled on the way', function () {
    [$client] = served();
    $response = $client->request('GET', '/large', ['buffer' => false]);
    foreach ($client->stream($response) as $chunk) {
        if (!$chunk->isFirst()) {
            $response->cancel();
            break;
        }
    }
    echo json_encode([$response->getInfo('canceled'), $response->getInfo('error')]), "\n";
    echo outcome(fn () => $client->request('GET', '/large', ['on_progress' => function (int $now) {
        $now > 100_000 && throw new RuntimeException('enough');
    }])->getContent()), "\n";
    return $client->request('GET', '/small')->getContent() === "hello\n";
});

scenario('nobody listens', function () {
    [$client] = served();
    echo outcome(fn () => $client->request('GET', 'http://127.0.0.1:' . free_port() . '/')->getStatusCode()), "\n";
    $retrying = new RetryableHttpClient($client, null, 2);
    echo outcome(fn () => $retrying->request('GET', 'http://localhost:' . free_port() . '/')->getStatusCode()), "\n";
    return true;
});

scenario('TLS', function () {
    [, $tls, $other] = served();
    $client = new NativeHttpClient(['cafile' => certificate()]);
    echo $client->request('GET', "$tls/small")->getContent();
    echo outcome(fn () => (new NativeHttpClient())->request('GET', "$tls/small")->getContent()), "\n";
    echo outcome(fn () => $client->request('GET', "$other/small")->getContent()), "\n"; // not the name in the certificate
    echo $client->request('GET', "$other/small", ['verify_host' => false, 'verify_peer' => false])->getContent();
    for ($i = 0; $i < 8; $i++) {
        $responses[] = $client->request('GET', "$tls/chunked/large");
    }
    foreach ($responses as $response) {
        $good[] = hash('sha256', $response->getContent()) === sha_of_large();
    }
    return holds('eight at once', !in_array(false, $good, true));
});
