<?php
// Says the lines of its standard input, and prints what others say, until its input is at its end and all of it is said.
// Usage: bin/run examples/chat-cluster/client.php NAME [ADDRESS]
declare(strict_types=1);

require __DIR__ . '/chat_client.php';

use function Uvstream\{delay, run, spawn};

run(function (string $name, string $address): void {
    $client = new ChatClient($address, $name);
    $speaking = null;
    foreach ($client->listen() as $message) {
        if ($message) {
            echo "$message[0]: $message[2]\n";
        } else {
            echo "(connected)\n";
            $speaking ??= spawn(function () use ($client): never {
                while (($line = fgets(STDIN)) !== false) {
                    trim($line) === '' || $client->say(trim($line));
                }
                while (!$client->isHeard()) {
                    delay(0.1);
                }
                exit(0);
            });
        }
    }
}, $argv[1] ?? exit("a name, please\n"), $argv[2] ?? 'tcp://127.0.0.1:9000');
