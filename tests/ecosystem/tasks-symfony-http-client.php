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
        return must_be("POST $i", "slowly: POST /slow/$i HTTP/1.0 {\"number\":$i}\n", $post->getContent());
    }
    [$url, $answer] = asked($web, $i);
    $response = $client->request('GET', $url);
    return $response->getStatusCode() === 200 && must_be($url, $answer, $response->getContent());
}

/** All of them at once, read as they come. @param list<int> $numbers */
function are_right(HttpClientInterface $client, array $web, array $numbers): bool
{
    foreach ($numbers as $n) {
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
    scenario("from 200 tasks: a $by of each", function () use ($class, $by) {
        $web = slow_web();
        $get = fn (int $i, callable $number) => is_right(client($class), $web, $number($i));
        return are_served("gets and posts, $by", 200, $get);
    });

    scenario("from 200 tasks: one $by of them all", function () use ($class) {
        [$web, $client] = [slow_web(), client($class)];
        return are_served('the same, one client', 200, fn (int $i, callable $number) => is_right($client, $web, $number($i)));
    });

    $twelve = fn (int $i, callable $number) => array_map($number, range(12 * $i, 12 * $i + 11));
    scenario("from 20 tasks: twelve responses of each, read as they come, by a $by of each", function () use ($class, $twelve) {
        $web = slow_web();
        return are_served('streams', 20, fn (int $i, callable $number) => are_right(client($class), $web, $twelve($i, $number)));
    });

    scenario("from 20 tasks: twelve responses of each, read as they come, by one $by", function () use ($class, $twelve) {
        [$web, $client] = [slow_web(), client($class)];
        $read = fn (int $i, callable $number) => are_right($client, $web, $twelve($i, $number));
        return are_served('streams, one client', 20, $read);
    });
}
