<?php
// An HTTP server behind HAProxy (haproxy.cfg), which tells by its PROXY line, the first of each connection, who the client
// really is. Several of these, each on a port of its own, are several `server` lines there.
// Usage: bin/run examples/haproxy/server.php [ADDRESS [PROXY]]
//
//     haproxy -f examples/haproxy/haproxy.cfg     and then   curl http://127.0.0.1:8080/
//
// Whoever may connect may claim to be anybody: PROXY is the only address that is believed, by default this machine's.
declare(strict_types=1);

require __DIR__ . '/../inc/http.php';
require __DIR__ . '/../inc/serve.php';

use function Uvstream\timeout;

/**
 * The client of whom HAProxy speaks, "192.0.2.1:50000"; null if this is no PROXY line. HAProxy's own connections, which ask
 * whether we are there, are of UNKNOWN.
 */
function client_by_proxy_line(string $line): ?string
{
    if (str_starts_with($line, "PROXY UNKNOWN") && str_ends_with($line, "\r\n")) {
        return 'HAProxy';
    }
    if (!preg_match('~^PROXY TCP([46]) (\S+) (\S+) (\d{1,5}) (\d{1,5})\r\n$~D', $line, $found)) {
        return null;
    }
    $flag = $found[1] === '4' ? FILTER_FLAG_IPV4 : FILTER_FLAG_IPV6;
    $valid = filter_var($found[2], FILTER_VALIDATE_IP, $flag) && $found[4] <= 65535;
    return !$valid ? null : ($found[1] === '4' ? $found[2] : "[$found[2]]") . ":$found[4]";
}

/**
 * Takes the PROXY line, of at most 107 bytes, and leaves in $in what came with it. (Behind an fgets() the fread() of
 * read_request() would wait for more than what fgets() has left in PHP's buffer.)
 *
 * @param resource $connection
 */
function take_proxy_line($connection, string &$in): string
{
    while (($end = strpos($in, "\r\n")) === false && strlen($in) < 107 && ($more = (string) fread($connection, 8192)) !== '') {
        $in .= $more;
    }
    $line = $end === false || $end > 105 ? '' : substr($in, 0, $end + 2);
    $in = substr($in, strlen($line));
    return $line;
}

/** @param resource $connection */
function answer_behind_proxy($connection, string $proxy): void
{
    $peer = (string) stream_socket_get_name($connection, true);
    if (trim(substr($peer, 0, (int) strrpos($peer, ':')), '[]') !== $proxy) {
        return;
    }
    $in = '';
    $client = client_by_proxy_line(timeout(5, function () use ($connection, &$in) { return take_proxy_line($connection, $in); }));
    if ($client !== null) {
        answer_requests($connection, fn () => [200, "You are $client\n"], $in);
    }
}

$server = listen($argv[1] ?? 'tcp://127.0.0.1:8001', ['socket' => ['backlog' => 1024]]);
$proxy = $argv[2] ?? '127.0.0.1';
echo 'It waits for HAProxy on ', stream_socket_get_name($server, false), "\n";
// HAProxy keeps connections for further requests, and makes new ones, to another server, when we close ours.
serve_each($server, fn ($connection) => answer_behind_proxy($connection, $proxy), grace: 1);
