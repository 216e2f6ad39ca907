<?php
// php idle_clients.php ADDRESS COUNT: opens COUNT connections and leaves them idle, lets 100 others ask for something
// meanwhile, then lets each of the idle ones ask, too. Blocking streams are all this takes, on any PHP.
declare(strict_types=1);

[, $address, $count] = $argv;

function connect(string $address): mixed
{
    $client = stream_socket_client("tcp://$address", $errno, $error, 60) ?: exit("no connection: $error\n");
    stream_set_timeout($client, 60);
    return $client;
}

/** Asks for $path over $client, which stays open; whether the answer was right. */
function answered(mixed $client, string $path): bool
{
    fwrite($client, "GET $path HTTP/1.1\r\nHost: localhost\r\n\r\n");
    for ($length = 0; ($line = fgets($client)) !== "\r\n";) {
        $line !== false || exit("no answer to $path\n");
        sscanf($line, 'Content-Length: %d', $length);
    }
    return stream_get_contents($client, $length) === "you asked for $path\n";
}

for ($idle = []; count($idle) < (int) $count;) {
    $idle[] = connect($address);
}
echo count($idle), " are idle\n";

for ($good = $i = 0; $i < 100; $i++) {
    $client = connect($address);
    for ($j = 0; $j < 5; $j++) {
        $good += (int) answered($client, "/other/$i/$j");
    }
}
echo "$good of 500 requests of others answered\n";

$good = 0;
foreach ($idle as $i => $client) {
    $good += (int) answered($client, "/idle/$i");
}
echo "$good of the idle answered\n";
