<?php
// nginx with files, and with answers that take a while, for many clients at once.
declare(strict_types=1);
require_once __DIR__ . '/http.php';
require_once __DIR__ . '/nginx.php';
require_once __DIR__ . '/tasks.php';
require_once __DIR__ . '/tls.php';

const PATIENCE = 200_000; // microseconds that what is below /slow/ takes; but /slow/never takes a minute

/** The address of nginx in front of itself and of a server of ours. @return array{string, string} plain, and TLS */
function slow_web(): array
{
    $slow = serving(fn ($connection) => serve_http($connection, function (string $line, string $body) {
        usleep(str_contains($line, '/never') ? 300 * PATIENCE : PATIENCE);
        return "slowly: $line $body\n";
    }));
    is_dir(temp_path('www')) || mkdir(temp_path('www'));
    for ($i = 0; $i < 50; $i++) {
        file_put_contents(temp_path("www/file$i"), content_of($i));
    }
    return web('root ' . temp_path('www') . '; location /slow/ { proxy_pass http://' . $slow . '; }'
        . 'location /seen/ { return 200 "$scheme $request_uri\n"; }');
}

/**
 * nginx by itself, which answers with the last word of the path, behind 1,000 spaces: below /slow/ it sends 1,000 bytes, and
 * the others when those have taken their time. @return string its address
 */
function slow_nginx(): string
{
    $answer = 'return 200 "' . str_repeat(' ', 1000) . '$1";';
    $rate = 1e9 / PATIENCE; // bytes in a second
    return web("location ~ ^/slow/(.*) { sendfile_max_chunk 1000; limit_rate $rate; $answer } location ~ ^/(.*) { $answer }")[0];
}

/** nginx with a server of these locations. @return array{string, string} its address, plain and by TLS */
function web(string $locations): array
{
    $port = nginx(function (int $port) use ($locations, &$tls) {
        [$tls, $pem] = [free_port(), certified()];
        return "server { listen 127.0.0.1:$port backlog=2048; listen 127.0.0.1:$tls ssl backlog=2048;\n"
            . "ssl_certificate $pem; ssl_certificate_key $pem; $locations }";
    });
    return ["http://127.0.0.1:$port", "https://localhost:$tls"];
}

function content_of(int $file): string
{
    return substr(payload(400_000), $file, $file * $file * 100);
}

/**
 * What is asked for with this number: every fifth by https, every fourth takes a while.
 * @param array{string, string} $web what slow_web() returned
 * @return array{string, string} the URL, and what it answers to a GET of HTTP/1.0
 */
function asked(array $web, int $i): array
{
    $tls = (int) ($i % 5 === 0);
    [$path, $answer] = match ($i % 4) {
        0, 1 => ['/file' . $i % 50, content_of($i % 50)],
        2 => ["/seen/$i", ['http', 'https'][$tls] . " /seen/$i\n"],
        3 => ["/slow/$i", "slowly: GET /slow/$i HTTP/1.0 \n"],
    };
    return [$web[$tls] . $path, $answer];
}

/**
 * Runs $job($i, $number) in tasks, where $number($n) is a number to ask for, whose answer takes a while or does not. They may
 * take as long as overlapping() says. @param callable(int, callable(int): int): bool $job
 */
function are_served(string $what, int $count, callable $job): bool
{
    $quick = fn (int $n) => 12 * $n + [1, 2, 5, 10][$n % 4]; // nor would it be posted
    $asking = fn (int $i, float $seconds) => $job($i, $seconds > 0 ? fn (int $n) => $n : $quick);
    $wrong = array_keys(array_filter(overlapping($what, $count, PATIENCE / 1e6, $asking), fn ($is_right) => !$is_right));
    return $wrong === [] || holds('all are right, but for ' . implode(', ', $wrong), false);
}
