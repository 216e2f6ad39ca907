<?php
declare(strict_types=1);

/**
 * A listener whose queue is full, so that a further connection attempt stays under way for as long as this lives.
 * @return array{string, list<resource>} its address, and what keeps it so
 */
function full_listener(): array
{
    $context = stream_context_create(['socket' => ['backlog' => 1]]);
    $flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
    $keep = [$server = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, $flags, $context)];
    $address = stream_socket_get_name($server, false);
    do { // fills the queue: the first attempt that is not through at once is the one too many
        $flags = STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT;
        $keep[] = $client = stream_socket_client("tcp://$address", $errno, $error, 0, $flags);
        [$read, $write, $except] = [[], [$client], []];
    } while (stream_select($read, $write, $except, 0, 50_000) > 0);
    return [$address, $keep];
}
