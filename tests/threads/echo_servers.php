<?php
// One request of one thread: a server and 40 clients in one process, which all say something and get it back, over
// stream_select() with more streams than are simply polled; and look-ups of a name, at both ends. Prints "ok".
declare(strict_types=1);
set_error_handler(static fn($level, $text, $file, $line) => throw new ErrorException($text, 0, $level, $file, $line));
extension_loaded('uvstream') || throw new Error('uvstream is not loaded');

function check(bool $holds, string $what): void
{
    $holds || throw new Error($what);
}

$server = stream_socket_server('tcp://localhost:0');
$name = stream_socket_get_name($server, false);
$port = substr(strrchr($name, ':'), 1);
$clients = $peers = $got = [];
for ($i = 0; $i < 40; ++$i) {
    $host = $i % 8 === 0 ? 'localhost' : substr($name, 0, strrpos($name, ':'));
    $client = stream_socket_client("tcp://$host:$port", $errno, $errstr, 30);
    $clients[(int) $client] = $client;
    $got[(int) $client] = '';
    $peer = stream_socket_accept($server, 30);
    stream_set_blocking($peer, false);
    $peers[(int) $peer] = $peer;
}
$said = [];
foreach ($clients as $id => $client) {
    fwrite($client, $said[$id] = bin2hex(random_bytes(20)) . "\n");
}
$left = count($clients);
while ($left > 0) {
    $read = $clients + $peers + [(int) $server => $server];
    $write = $except = null;
    check(stream_select($read, $write, $except, 30) > 0, 'nothing came');
    foreach ($read as $id => $stream) {
        if (isset($peers[$id])) {
            $text = fread($stream, 8192);
            check(fwrite($stream, $text) === strlen($text), 'short write');
        } else {
            check(isset($clients[$id]), 'somebody else connected');
            $got[$id] .= fread($stream, 8192);
            if ($got[$id] !== $said[$id]) {
                check(!str_contains($got[$id], "\n"), "another's text: $got[$id]");
                continue;
            }
            // Its number is free for any other thread now.
            fclose($clients[$id]);
            unset($clients[$id]);
            --$left;
        }
    }
    foreach ($peers as $id => $peer) {
        if (!feof($peer)) continue;
        fclose($peer);
        unset($peers[$id]);
    }
}

// A wait that nobody ends must last until its own deadline, whatever other threads do.
$start = hrtime(true);
$read = [$server];
$write = $except = null;
check(stream_select($read, $write, $except, 0, 20000) === 0, 'readable');
check(hrtime(true) - $start >= 20e6, 'woken too early');

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($a, 'x');
fclose($a);
check(stream_get_contents($b) === 'x', 'pair');

$udp = stream_socket_server('udp://localhost:0', $errno, $errstr, STREAM_SERVER_BIND);
$sender = stream_socket_client('udp://' . stream_socket_get_name($udp, false));
fwrite($sender, 'datagram');
check(stream_socket_recvfrom($udp, 100) === 'datagram', 'datagram');
echo 'ok';
