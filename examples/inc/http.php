<?php
// As much of HTTP/1.1 as the examples need: a parser that takes whole requests off a buffer, and responses.
declare(strict_types=1);

use function Uvstream\timeout;

const MOST_HEAD = 16384;
const MOST_BODY = 1 << 20;
const REASONS = [200 => 'OK', 400 => 'Bad Request', 404 => 'Not Found', 413 => 'Content Too Large',
    431 => 'Request Header Fields Too Large', 500 => 'Internal Server Error', 501 => 'Not Implemented', 503 => 'Service Unavailable'];

final class Request
{
    /** @param int $error A status if it is no request that we can answer otherwise, else 0. */
    public function __construct(
        public string $method,
        public string $target,
        public string $body,
        public bool $close,
        public int $error = 0,
    ) {
    }

    /**
     * What the application says, or what is wrong with the request.
     *
     * @param Closure(string, string, string): array{int, string} $app
     * @return array{int, string}
     */
    public function answer(Closure $app): array
    {
        try {
            return $this->error ? [$this->error, ''] : $app($this->method, $this->target, $this->body);
        } catch (Throwable $problem) {
            fwrite(STDERR, "$problem\n");
            return [500, ''];
        }
    }

    /**
     * The whole response.
     *
     * @param array{int, string} $answer
     */
    public function response(array $answer, bool $close, string $type = 'text/plain'): string
    {
        [$status, $body] = $answer;
        return "HTTP/1.1 $status " . (REASONS[$status] ?? 'Status') . "\r\nContent-Type: $type\r\nContent-Length: "
            . strlen($body) . "\r\n" . ($close ? "Connection: close\r\n" : '') . "\r\n"
            . ($this->method === 'HEAD' ? '' : $body);
    }
}

/** Takes one whole request from the front of what was received; null: more has to come first. */
function take_request(string &$in): ?Request
{
    $in = ltrim($in, "\r\n");
    $size = strpos($in, "\r\n\r\n");
    if ($size === false) {
        return strlen($in) < MOST_HEAD ? null : bad_request(431, $in);
    }
    $head = substr($in, 0, $size + 2);
    $size += 4;
    if (!preg_match('~^([A-Z]+) (\S+) HTTP/1\.([01])\r\n~', $head, $line)) {
        return bad_request(400, $in);
    }
    if (preg_match('~^Transfer-Encoding:~mi', $head)) {
        return bad_request(501, $in);
    }
    // Two lengths, or one that is none, are how requests are smuggled past a proxy.
    $lengths = preg_match_all('~^Content-Length:[ \t]*(.*?)[ \t]*\r$~mi', $head, $found);
    if ($lengths > 1 || ($lengths && !preg_match('~^\d{1,9}$~D', $found[1][0]))) {
        return bad_request(400, $in);
    }
    $length = (int) ($found[1][0] ?? 0);
    if ($length > MOST_BODY) {
        return bad_request(413, $in);
    }
    if (strlen($in) < $size + $length) {
        return null;
    }
    $body = substr($in, $size, $length);
    $in = substr($in, $size + $length);
    return new Request($line[1], $line[2], $body, $line[3] === '0' || preg_match('~^Connection:.*\bclose\b~mi', $head));
}

/**
 * The next whole request of a connection that blocks; null when none will come: its client has left, or is silent.
 *
 * @param resource $connection
 */
function read_request($connection, string &$in): ?Request
{
    while (!$request = take_request($in)) {
        $more = (string) fread($connection, 8192);
        if ($more === '') {
            return null;
        }
        $in .= $more;
    }
    return $request;
}

/**
 * Answers one request after the other, in a task, until the client has left, is too slow, or wants no more.
 *
 * @param resource $connection
 * @param Closure(string, string, string): array{int, string} $app
 * @param string $in what has been read of it already
 */
function answer_requests($connection, Closure $app, string $in = ''): void
{
    while ($request = timeout(10, function () use ($connection, &$in) { return @read_request($connection, $in); })) {
        $response = $request->response($request->answer($app), $request->close);
        if (@fwrite($connection, $response) !== strlen($response) || $request->close) {
            return;
        }
    }
}

/** Where the next request would begin is not known: the connection ends. */
function bad_request(int $status, string &$in): Request
{
    $in = '';
    return new Request('GET', '', '', true, $status);
}

function now(): float
{
    return hrtime(true) / 1e9;
}

function say(string $text): void
{
    echo getmypid() . ": $text\n"; // in one piece: lines of several processes meet
}
