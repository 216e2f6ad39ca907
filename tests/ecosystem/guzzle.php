<?php
// library: guzzlehttp/guzzle
// needs: nginx
declare(strict_types=1);

use GuzzleHttp\Client;
use GuzzleHttp\Handler\StreamHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Psr7\Utils;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/nginx.php';

/** A client on PHP's streams, never on curl. */
function guzzle(string $base, array $options = []): Client
{
    return new Client($options + ['handler' => HandlerStack::create(new StreamHandler()), 'base_uri' => $base]);
}

/** nginx with the files small and large in www, a client of it, and nginx's other addresses. */
function served(array $options = []): array
{
    [$plain, $tls, $other] = nginx_server();
    file_put_contents(temp_path('www/small'), "hello\n");
    file_put_contents(temp_path('www/large'), payload(20 << 20));
    return [guzzle($plain, $options), $tls, $other, $plain];
}

scenario('gets, heads and posts', function () {
    [$client] = served();
    $response = $client->get('/small');
    echo $response->getStatusCode(), ' ', $response->getReasonPhrase(), ' ', $response->getHeaderLine('Content-Length'), ' ';
    echo $response->getBody();
    echo $client->head('/small')->getHeaderLine('Content-Length'), "\n";
    echo $client->get('/seen', ['query' => ['a' => 'b c'], 'headers' => ['X-Asked' => 'yes']])->getBody();
    echo $client->post('/echo', ['form_params' => ['x' => '1', 'y' => 'ü']])->getBody();
    echo $client->post('/echo', ['json' => ['deep' => [1, null]]])->getBody();
    echo $client->delete('/seen')->getBody();
    return true;
});

scenario('errors of the server', function () {
    [$client] = served();
    echo outcome(fn () => $client->get('/none')->getStatusCode()), "\n";
    echo outcome(fn () => $client->get('/gone')->getStatusCode()), "\n";
    echo $client->get('/gone', ['http_errors' => false])->getBody();
    echo outcome(fn () => $client->get('/drop')), "\n";
    return true;
});

scenario('redirects', function () {
    [$client] = served();
    echo $client->get('/redirect/small')->getBody();
    $response = $client->get('/redirect/redirect/small', ['allow_redirects' => ['track_redirects' => true]]);
    echo count($response->getHeader('X-Guzzle-Redirect-History')), " hops\n";
    echo $client->get('/redirect/small', ['allow_redirects' => false])->getStatusCode(), "\n";
    echo outcome(fn () => $client->get('/loop')), "\n";
    return true;
});

scenario('a large body, into memory and into a file', function () {
    [$client] = served();
    $sha = hash_file('sha256', temp_path('www/large'));
    $body = (string) $client->get('/large')->getBody();
    $client->get('/large', ['sink' => temp_path('sink')]);
    $client->get('/large', ['sink' => $resource = fopen(temp_path('sink2'), 'w+')]);
    return holds('memory', hash('sha256', $body) === $sha)
        && holds('file', hash_file('sha256', temp_path('sink')) === $sha)
        && holds('resource', hash_file('sha256', temp_path('sink2')) === $sha);
});

scenario('a body read in parts', function () {
    [$client] = served();
    $response = $client->get('/large', ['stream' => true]);
    $body = $response->getBody();
    $hash = hash_init('sha256');
    $first = $body->read(10);
    hash_update($hash, $first);
    echo bin2hex($first), ' ', json_encode([$body->isSeekable(), $body->getSize(), $body->eof()]), "\n";
    for ($sum = strlen($first); !$body->eof(); $sum += strlen($part)) {
        hash_update($hash, $part = $body->read(100_000));
    }
    echo "$sum bytes\n";
    // One that is left in the middle.
    $client->get('/large', ['stream' => true])->getBody()->read(1000);
    return hash_final($hash) === hash_file('sha256', temp_path('www/large'));
});

scenario('chunked and compressed bodies', function () {
    [$client] = served();
    $sha = hash_file('sha256', temp_path('www/large'));
    $chunked = $client->get('/chunked/large', ['version' => '1.1']);
    $gzip = $client->get('/gzip/large', ['headers' => ['Accept-Encoding' => 'gzip']]);
    $raw = $client->get('/gzip/small', ['headers' => ['Accept-Encoding' => 'gzip'], 'decode_content' => false]);
    echo $raw->getHeaderLine('Content-Encoding'), ' ', gzdecode((string) $raw->getBody());
    return holds('chunked', hash('sha256', (string) $chunked->getBody()) === $sha)
        && holds('gzip', hash('sha256', (string) $gzip->getBody()) === $sha);
});

scenario('uploads', function () {
    [$client] = served();
    echo $client->put('/put/text', ['body' => "text\n"])->getStatusCode(), ' ', $client->get('/put/text')->getBody();
    $response = $client->put('/put/large', ['body' => Utils::tryFopen(temp_path('www/large'), 'r'), 'expect' => false]);
    echo $response->getStatusCode(), ' ', $client->delete('/put/text')->getStatusCode(), "\n";
    return hash_file('sha256', temp_path('www/put/large')) === hash_file('sha256', temp_path('www/large'));
});

scenario('a silent server', function () {
    [$client] = served();
    echo outcome(fn () => $client->get('/silent', ['timeout' => 0.3])), "\n";
    ini_set('default_socket_timeout', '1');
    echo outcome(fn () => $client->get('/silent')), "\n";
    echo $client->get('/small', ['timeout' => 30, 'connect_timeout' => 30])->getBody();
    return true;
});

scenario('a body that stops', function () {
    [$client] = served();
    $body = $client->get('/slow/large', ['stream' => true, 'read_timeout' => 0.3])->getBody();
    $resource = $body->detach();
    for ($sum = 0, $part = ' '; $part !== '' && $part !== false; $sum += strlen((string) $part)) {
        $part = fread($resource, 8192);
    }
    echo json_encode(['timed out' => stream_get_meta_data($resource)['timed_out'], 'eof' => feof($resource)]), "\n";
    return holds('some came', $sum > 60_000 && $sum < 100_000);
});

scenario('nobody listens', function () {
    [$client] = served();
    echo outcome(fn () => $client->get('http://127.0.0.1:' . free_port() . '/', ['connect_timeout' => 5])), "\n";
    echo outcome(fn () => $client->getAsync('http://127.0.0.1:' . free_port() . '/')->wait()), "\n";
    return true;
});

scenario('TLS', function () {
    [, $tls, $other] = served();
    $trusting = guzzle($tls, ['verify' => certificate()]);
    echo $trusting->get('/small')->getBody();
    echo outcome(fn () => guzzle($tls, ['verify' => true])->get('/small')), "\n";
    echo outcome(fn () => $trusting->get("$other/small")), "\n"; // not the name in the certificate
    echo guzzle($other, ['verify' => false])->get('/small')->getBody();
    $sha = hash_file('sha256', temp_path('www/large'));
    $body = $trusting->get('/large', ['stream' => true])->getBody();
    for ($hash = hash_init('sha256'); !$body->eof(); hash_update($hash, $body->read(65536)));
    return holds('large', hash_final($hash) === $sha)
        && holds('chunked', hash('sha256', (string) $trusting->get('/chunked/large')->getBody()) === $sha)
        && holds('upload', $trusting->put('/put/x', ['body' => payload(2 << 20)])->getStatusCode() === 201);
});

scenario('a TLS server that never answers', function () {
    [$listener, $port] = silent_listener();
    echo outcome(fn () => guzzle("https://127.0.0.1:$port", ['verify' => false])->get('/', ['timeout' => 0.3])), "\n";
    return true;
});

scenario('many requests', function () {
    [$client] = served();
    $hash = hash_init('sha256');
    for ($i = 0; $i < 300; $i++) {
        hash_update($hash, (string) $client->get("/seen?$i")->getBody());
    }
    echo hash_final($hash), "\n";
    return true;
});
