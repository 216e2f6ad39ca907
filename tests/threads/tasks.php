<?php
// Each thread has tasks of its own: they serve streams, share a channel, and some wait when the request ends. Prints "ok".
declare(strict_types=1);
use Uvstream\Channel;
use function Uvstream\{all, delay, run, spawn, stats, tasks};

set_error_handler(static fn($level, $text, $file, $line) => throw new ErrorException($text, 0, $level, $file, $line));
extension_loaded('uvstream') || throw new Error('uvstream is not loaded');

if (tasks() || stats()['spawned'] !== 0) throw new Error('tasks of another request, or thread');
$texts = run(function () {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $address = stream_socket_get_name($server, false);
    $turns = new Channel(2);
    for ($i = 0; $i < 2; ++$i) $turns->send(null);
    $accepting = spawn(function () use ($server) {
        while ($connection = stream_socket_accept($server, -1)) {
            spawn(function () use ($connection) {
                while (($line = fgets($connection)) !== false) fwrite($connection, strtoupper($line));
                fclose($connection);
            });
        }
    });
    $ask = function (int $n) use ($address, $turns) {
        $turns->receive();
        $client = stream_socket_client("tcp://$address");
        fwrite($client, "line $n\n");
        $text = fgets($client);
        fclose($client);
        $turns->send(null);
        return $text;
    };
    $texts = all(array_map(fn ($n) => fn () => $ask($n), range(0, 7)));
    $accepting->cancel();
    return $texts;
});
if ($texts !== array_map(fn ($n) => "LINE $n\n", range(0, 7))) throw new Error('wrong text: ' . json_encode($texts));

// These are cancelled at the request's end.
$ended = 0;
for ($i = 0; $i < 4; ++$i) {
    spawn(function () use (&$ended) {
        try {
            delay(60);
        } finally {
            if (++$ended === 4) echo 'ok';
        }
    });
}
delay(0);
