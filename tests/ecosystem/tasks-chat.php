<?php
// library: uvstream
// only: uvstream
// limit: 180
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/tasks.php';
require __DIR__ . '/inc/examples.php';

use Uvstream\Channel;

const CLIENTS = 500;
const SPEAKERS = 4;
const SAYINGS = 25; // of each; all of them are as many as the chat keeps for who reads slowly

/** Listens for $count events. @return list<string> what was said */
function heard(string $address, int $count, Channel $listening): array
{
    $connection = stream_socket_client($address, $errno, $error, 60);
    stream_set_timeout($connection, 60);
    fwrite($connection, "GET /events HTTP/1.1\r\nHost: chat\r\n\r\n");
    while (fgets($connection) !== "\r\n");
    $listening->send(true);
    for ($said = []; count($said) < $count && ($line = fgets($connection)) !== false;) {
        str_starts_with($line, 'data: ') && $said[] = json_decode(substr($line, 6));
    }
    fclose($connection);
    return $said;
}

function says(string $address, int $speaker): void
{
    $connection = stream_socket_client($address, $errno, $error, 60);
    for ($i = 0; $i < SAYINGS; $i++) {
        $text = "speaker $speaker: $i";
        fwrite($connection, "POST /say HTTP/1.1\r\nHost: chat\r\nContent-Length: " . strlen($text) . "\r\n\r\n$text");
        while (fgets($connection) !== "\r\n"); // it has no body
    }
    fclose($connection);
}

/** All that each of the speakers said, in his order? @param list<string> $said */
function in_order(array $said): bool
{
    foreach (range(1, SPEAKERS) as $speaker) {
        $his = array_values(preg_grep("/^speaker $speaker:/", $said));
        if ($his !== array_map(fn ($i) => "speaker $speaker: $i", range(0, SAYINGS - 1))) {
            return false;
        }
    }
    return count($said) === SPEAKERS * SAYINGS;
}

scenario('each of ' . CLIENTS . ' clients hears all that is said, in the same order', function () {
    $address = 'tcp://' . start_example('http://(\S+)/', 'tasks/chat.php')[1];
    $listening = new Channel(CLIENTS);
    $began = hrtime(true);
    $clients = array_map(fn () => Uvstream\spawn(heard(...), $address, SPEAKERS * SAYINGS, $listening), range(1, CLIENTS));
    for ($i = 0; $i < CLIENTS; $i++) {
        $listening->receive();
    }
    printf("took: %d clients: %.3f s\n", CLIENTS, (hrtime(true) - $began) / 1e9);
    $began = hrtime(true);
    Uvstream\all(array_map(fn ($speaker) => fn () => says($address, $speaker), range(1, SPEAKERS)));
    $all = array_map(fn ($client) => $client->await(), $clients);
    printf("took: %d messages to each: %.3f s\n", SPEAKERS * SAYINGS, (hrtime(true) - $began) / 1e9);
    return holds('nothing is lost', in_order($all[0])) && holds('all hear the same', count(array_unique($all, SORT_REGULAR)) === 1);
});
