<?php
// library: symfony/http-client
// needs: nginx
// tasks: yes
// limit: 180
declare(strict_types=1);

use Symfony\Component\HttpClient\NativeHttpClient;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/slow_web.php';

/** A GET, or a POST that takes a while. @param array{string, string} $web */
function is_right(NativeHttpClient $client, array $web, int $i): bool
{
    $options = ['cafile' => authority(), 'http_version' => '1.0'];
    if ($i % 3 === 0) {
        $post = $client->request('POST', "{$web[$i % 2]}/slow/$i", $options + ['json' => ['number' => $i]]);
        return must_be("POST $i", "slowly: POST /slow/$i HTTP/1.0 {\"number\":$i}\n", $post->getContent());
    }
    [$url, $answer] = asked($web, $i);
    $response = $client->request('GET', $url, $options);
    return $response->getStatusCode() === 200 && must_be($url, $answer, $response->getContent());
}

scenario('from 200 tasks: a client of each', function () {
    $web = slow_web();
    return as_long_as_the_slowest('gets and posts', 200, fn (int $i) => is_right(new NativeHttpClient(), $web, $i));
});

scenario('from 200 tasks: one client of them all', function () {
    [$web, $client] = [slow_web(), new NativeHttpClient(maxHostConnections: 1000)];
    return as_long_as_the_slowest('gets and posts', 200, fn (int $i) => is_right($client, $web, $i));
});

scenario('from 20 tasks: ten responses of each, read as they come', function () {
    $web = slow_web();
    return as_long_as_the_slowest('streams', 20, function (int $i) use ($web) {
        $client = new NativeHttpClient(['cafile' => authority(), 'http_version' => '1.0'], 1000);
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
    });
});
