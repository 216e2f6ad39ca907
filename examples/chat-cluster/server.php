<?php
// One process of a chat that runs in as many as you like, on any number of hosts: README.md says how.
// Usage: bin/run examples/chat-cluster/server.php [ADDRESS [REDIS]]
// ADDRESS is tcp://127.0.0.1:9001 or unix:///a/path; REDIS is 127.0.0.1:6379 or a path. Needs phpredis and ext/pcntl.
declare(strict_types=1);

require __DIR__ . '/chat_server.php';

use Uvstream\CancelledError;
use function Uvstream\{run, spawn};

extension_loaded('redis') || exit("It needs phpredis: apt install php-redis\n");

run(function (string $address, string $redis): void {
    $chat = new ChatServer($redis);
    $context = stream_context_create(['socket' => ['tcp_nodelay' => true]]);
    $flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
    $listener = stream_socket_server($address, $errno, $errstr, $flags, $context) ?: exit("$errstr ($errno)\n");
    $serving = spawn($chat->serve(...), $listener);
    pcntl_async_signals(true);
    foreach ([SIGTERM, SIGINT] as $signal) {
        pcntl_signal($signal, fn () => $serving->cancel());
    }
    echo "It serves on $address, until you interrupt it\n";
    try {
        $serving->await();
    } catch (CancelledError) {
        fclose($listener); // HAProxy sends nobody any more
        $chat->dismiss();
        exit(0);
    }
}, $argv[1] ?? 'tcp://127.0.0.1:9001', $argv[2] ?? '127.0.0.1:6379');
