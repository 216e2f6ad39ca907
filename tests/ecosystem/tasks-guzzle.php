<?php
// library: guzzlehttp/guzzle
// extension: curl
// needs: nginx
// tasks: yes
// limit: 180
declare(strict_types=1);

use GuzzleHttp\Client;
use GuzzleHttp\Handler\StreamHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Pool;
use GuzzleHttp\Promise\Utils;
use GuzzleHttp\Psr7\Request;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/slow_web.php';

/** On curl, as it is by default (but for bodies that are read in parts), or on PHP's streams. */
function guzzle(string $by): Client
{
    $streams = ['handler' => HandlerStack::create(new StreamHandler())];
    return new Client(['verify' => authority()] + ($by === 'streams' ? $streams : []));
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

/** Whether the answers to all of $asked, by their numbers, are those that it says. @param list<int> $asked */
function are_right(array $web, array $asked, callable $answers): bool
{
    foreach ($asked as $n) {
        [$urls[$n], $wanted[$n]] = asked($web, $n);
    }
    $got = array_map(fn ($response) => (string) $response->getBody(), $answers($urls));
    ksort($got);
    return $got === $wanted;
}

foreach (['curl', 'streams'] as $by) {
    scenario("from 200 tasks: a client of each, by $by", function () use ($by) {
        $web = slow_web();
        $get = fn (int $i, callable $number) => is_right(guzzle($by), $web, $number($i));
        return are_served("gets and posts, by $by", 200, $get);
    });

    scenario("from 200 tasks: one client of them all, by $by", function () use ($by) {
        [$web, $client] = [slow_web(), guzzle($by)];
        return are_served('the same, one client', 200, fn (int $i, callable $number) => is_right($client, $web, $number($i)));
    });

    scenario("a request that fails in the middle of others, and one that is given up, by $by", function () use ($by) {
        [$web, $client] = [slow_web(), guzzle($by)];
        return are_served('gets, failures and deadlines', 100, function (int $i, callable $number) use ($web, $client) {
            return match ($i % 4) {
                0, 1 => is_right($client, $web, $number($i)),
                2 => str_contains(outcome(fn () => $client->get("$web[0]/none/$i")), '404 Not Found'),
                3 => is_given_up(0.01, fn () => $client->get("$web[0]/slow/never")),
            };
        });
    });
}

// Guzzle's own concurrency, curl_multi, which waits in curl_multi_select().
scenario('from 20 tasks: twelve promises of each', function () {
    $web = slow_web();
    return are_served('promises', 20, function (int $i, callable $number) use ($web) {
        $client = guzzle('curl');
        $answers = fn (array $urls) => Utils::unwrap(array_map($client->getAsync(...), $urls));
        return are_right($web, array_map($number, range(12 * $i, 12 * $i + 11)), $answers);
    });
});

scenario('from 20 tasks: a pool of each, five requests of twelve at a time', function () {
    $web = slow_web();
    return are_served('pools', 20, function (int $i, callable $number) use ($web) {
        $requests = fn (array $urls) => array_map(fn ($url) => new Request('GET', $url), $urls);
        $answers = fn (array $urls) => Pool::batch(guzzle('curl'), $requests($urls), ['concurrency' => 5]);
        return are_right($web, array_map($number, range(12 * $i, 12 * $i + 11)), $answers);
    });
});

// All of them drive the same curl_multi: who waits for one waits for all.
scenario('from 20 tasks: promises of one client', function () {
    [$web, $client] = [slow_web(), guzzle('curl')];
    return are_served('promises of one client', 20, function (int $i, callable $number) use ($web, $client) {
        $answers = fn (array $urls) => Utils::unwrap(array_map($client->getAsync(...), $urls));
        return are_right($web, array_map($number, range(4 * $i, 4 * $i + 3)), $answers);
    });
});
