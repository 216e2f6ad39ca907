<?php
// library: guzzlehttp/guzzle
// needs: nginx
// tasks: yes
// limit: 180
declare(strict_types=1);

use GuzzleHttp\Client;
use GuzzleHttp\Handler\StreamHandler;
use GuzzleHttp\HandlerStack;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/slow_web.php';

/** On PHP's streams. */
function guzzle(): Client
{
    return new Client(['handler' => HandlerStack::create(new StreamHandler()), 'verify' => authority()]);
}

/** A GET, or a POST that takes a while. @param array{string, string} $web */
function is_right(Client $client, array $web, int $i): bool
{
    if ($i % 3 === 0) {
        $post = $client->post("{$web[$i % 2]}/slow/$i", ['json' => ['number' => $i]]);
        return must_be("POST $i", "slowly: POST /slow/$i HTTP/1.0 {\"number\":$i}\n", (string) $post->getBody());
    }
    [$url, $answer] = asked($web, $i);
    $body = $client->get($url, ['stream' => $i % 2 === 0])->getBody();
    for ($all = ''; !$body->eof();) {
        $all .= $body->read(10_000);
    }
    return must_be($url, $answer, $all);
}

scenario('from 200 tasks: a client of each', function () {
    $web = slow_web();
    return as_long_as_the_slowest('gets and posts', 200, fn (int $i) => is_right(guzzle(), $web, $i));
});

scenario('from 200 tasks: one client of them all', function () {
    [$web, $client] = [slow_web(), guzzle()];
    return as_long_as_the_slowest('gets and posts', 200, fn (int $i) => is_right($client, $web, $i));
});

scenario('a request that fails in the middle of others, and one that is given up', function () {
    [$web, $client] = [slow_web(), guzzle()];
    return as_long_as_the_slowest('gets, failures and deadlines', 100, function (int $i) use ($web, $client) {
        return match ($i % 4) {
            0, 1 => is_right($client, $web, $i),
            2 => str_contains(outcome(fn () => $client->get("$web[0]/none/$i")), '404 Not Found'),
            3 => is_given_up(0.01, fn () => $client->get("$web[0]/slow/never")),
        };
    });
});
