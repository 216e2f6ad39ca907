<?php
// library: symfony/http-client
// extension: curl
// needs: nginx
// tasks: yes
// limit: 180
declare(strict_types=1);

use Symfony\Component\HttpClient\CurlHttpClient;
use Symfony\Component\HttpClient\NativeHttpClient;
use Symfony\Contracts\HttpClient\HttpClientInterface;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/slow_web.php';

function client(string $class): HttpClientInterface
{
    return new $class(['cafile' => authority(), 'http_version' => '1.0'], 1000);
}

/** A GET, or a POST that takes a while. @param array{string, string} $web */
function is_right(HttpClientInterface $client, array $web, int $i): bool
{
    if ($i % 3 === 0) {
        $post = $client->request('POST', "{$web[$i % 2]}/slow/$i", ['json' => ['number' => $i]]);
        return must_be("POST $i", "slowly: POST /slow/$i HTTP/1.0 {\"number\":$i}
", $post->getContent());
    }
    [$url, $answer] = asked($web, $i);
    $response = $client->request('GET', $url);
    return $response->getStatusCode() === 200 && must_be($url, $answer, $response->getContent());
}

/** Ten responses at once, read as they come. */
function are_right(HttpClientInterface $client, array $web, int $i): bool
{
    for ($n = 10 * $i; $n < 10 * $i + 10; $n++) {
        [$url, $answers[$n]] = asked($web, $n);
        $responses[] = $client->request('GET', $url, ['user_data' => $n]);
    }
    $all = [];
    foreach ($client->stream($responses, 30) as $response => $chunk) {
        $n = $response->getInfo('user_data');
        $all[$n] = ($all[$n] ?? '') . $chunk->getContent();
    }
    ksort($all);
    return $all === $answers;
}

foreach ([NativeHttpClient::class, CurlHttpClient::class] as $class) {
    $by = basename(strtr($class, '\\', '/'));
    scenario("from 200 tasks: a $by of each", function () use ($class) {
        $web = slow_web();
        return as_long_as_the_slowest('gets and posts', 200, fn (int $i) => is_right(client($class), $web, $i));
    });

    scenario("from 200 tasks: one $by of them all", function () use ($class) {
        [$web, $client] = [slow_web(), client($class)];
        return as_long_as_the_slowest('gets and posts', 200, fn (int $i) => is_right($client, $web, $i));
    });

    scenario("from 20 tasks: ten responses of each, read as they come, by a $by of each", function () use ($class) {
        $web = slow_web();
        return as_long_as_the_slowest('streams', 20, fn (int $i) => are_right(client($class), $web, $i));
    });
}

scenario('from 20 tasks: ten responses of each, read as they come, by one CurlHttpClient', function () {
    [$web, $client] = [slow_web(), client(CurlHttpClient::class)];
    return as_long_as_the_slowest('streams', 20, fn (int $i) => are_right($client, $web, $i));
});
