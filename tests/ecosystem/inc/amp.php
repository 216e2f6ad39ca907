<?php
// What the scenarios of Revolt and Amp share. They run on Revolt's own driver over stream_select(), whatever else there is.
declare(strict_types=1);

use Revolt\EventLoop;

EventLoop::setDriver(new EventLoop\Driver\StreamSelectDriver());

/** Two ends of a connection. @return array{resource, resource} */
function pair(): array
{
    $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    array_map(fn ($stream) => stream_set_blocking($stream, false), $pair);
    return $pair;
}

/** For callbacks, which must not return anything. */
function say(string $text): void
{
    echo "$text\n";
}

/** Prints what $body throws; $mask takes away what may differ. */
function fails(callable $body, ?string $mask = null): bool
{
    try {
        $body();
        return false;
    } catch (Exception $e) {
        $text = $e::class . ': ' . $e->getMessage() . " ({$e->getCode()})";
        echo $mask === null ? $text : preg_replace($mask, '…', $text), "\n";
        return true;
    }
}
