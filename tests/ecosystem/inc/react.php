<?php
// What the scenarios of React's libraries share. They run on React's own loop over stream_select(), whatever else there is.
declare(strict_types=1);

use React\EventLoop\Loop;
use React\EventLoop\StreamSelectLoop;
use React\Promise\PromiseInterface;

Loop::set(new StreamSelectLoop());

/** Runs the loop until $promise is settled; returns its value or throws its reason. */
function await(PromiseInterface $promise): mixed
{
    $settled = null;
    $settle = function (bool $well) use (&$settled) {
        return function ($value) use ($well, &$settled) {
            $settled = [$well, $value];
            Loop::stop();
        };
    };
    $promise->then($settle(true), $settle(false));
    if ($settled === null) {
        Loop::run();
    }
    [$well, $value] = $settled ?? throw new LogicException('the loop had nothing left to wait for');
    return $well ? $value : throw $value;
}

/** Runs the loop until nothing is left in it. */
function run(): void
{
    Loop::run();
}

/** Prints the name of each of these events of $emitter as it comes, with the length of data and the text of errors. */
function narrate(string $who, Evenement\EventEmitterInterface $emitter, string ...$events): void
{
    foreach ($events as $event) {
        $emitter->on($event, function ($value = null) use ($who, $event) {
            $what = match (true) {
                $value instanceof Throwable => ': ' . $value::class . ': ' . $value->getMessage() . " ({$value->getCode()})",
                is_string($value) => ': ' . json_encode($value),
                default => '',
            };
            echo "$who: $event$what\n";
        });
    }
}

/** Collects all that a stream gives. @return PromiseInterface<string> */
function collect(React\Stream\ReadableStreamInterface $stream): PromiseInterface
{
    return new React\Promise\Promise(function ($resolve, $reject) use ($stream) {
        $all = '';
        $stream->on('data', function (string $data) use (&$all) {
            $all .= $data;
        });
        $stream->on('error', $reject);
        $stream->on('close', function () use (&$all, $resolve) {
            $resolve($all);
        });
    });
}

/** Two ends of a connection, both streams of the loop. @return array{resource, resource} */
function pair(): array
{
    return stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
}
