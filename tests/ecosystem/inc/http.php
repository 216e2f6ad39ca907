<?php
// A small HTTP server of ours: blocking, with connections that are kept.
declare(strict_types=1);

/** Reads a request with its body. @param resource $connection @return ?array{string, string} the head, without its last empty line */
function request($connection): ?array
{
    for ($head = ''; ($line = fgets($connection)) !== "\r\n"; $head .= $line) {
        if ($line === false) {
            return null;
        }
    }
    if (preg_match('/^Expect: 100-continue/mi', $head)) {
        fwrite($connection, "HTTP/1.1 100 Continue\r\n\r\n");
    }
    $length = preg_match('/^Content-Length: (\d+)/mi', $head, $m) ? (int) $m[1] : 0;
    return [$head, $length === 0 ? '' : stream_get_contents($connection, $length)];
}

/** @param resource $connection */
function respond($connection, string $body, string $status = '200 OK'): void
{
    $response = "HTTP/1.1 $status\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body";
    while ($response !== '' && ($sent = fwrite($connection, $response)) > 0) {
        $response = substr($response, $sent);
    }
}

/** Answers the requests of one connection with what $answer makes of them, up to its end. @param resource $connection */
function serve_http($connection, callable $answer): int
{
    for ($count = 0; [$head, $body] = request($connection); $count++) {
        respond($connection, $answer(strtok($head, "\r"), $body));
    }
    fclose($connection);
    return $count;
}
