<?php
// Lets plain PHP wait inside Revolt's and Amp's fibers: fread(), stream_socket_client(), file_get_contents('http://…'),
// mysqli, phpredis. Where one of these would block in a fiber, the event loop goes on with the others meanwhile.
//
//   require 'vendor/autoload.php'; // amphp/amp, or revolt/event-loop alone
//   require 'examples/revolt_bridge.php';
//
// {main} is no fiber: what waits there, outside of the loop, blocks it as ever. So do sleep(), stream_select() and the
// look-up of a name. By itself, in a directory with a vendor/, it shows two requests at once:
//
//   bin/run examples/revolt_bridge.php http://example.com/ http://example.net/
declare(strict_types=1);

use Revolt\EventLoop;
use Uvstream\Readiness;

Uvstream\set_wait_handler(function ($stream, Readiness $for, ?float $seconds): bool {
    $suspension = EventLoop::getSuspension();
    $ids = [];
    $end = function (bool $isReady) use ($suspension, &$ids): void {
        array_map(EventLoop::cancel(...), $ids); // the other one, which may be due as well
        $suspension->resume($isReady);
    };
    $watch = $for === Readiness::Readable ? EventLoop::onReadable(...) : EventLoop::onWritable(...);
    $ids[] = $watch($stream, fn () => $end(true));
    if ($seconds !== null) $ids[] = EventLoop::delay($seconds, fn () => $end(false));
    try {
        return (bool) $suspension->suspend();
    } finally {
        array_map(EventLoop::cancel(...), $ids);
    }
});

if (get_included_files()[0] === __FILE__) {
    require getcwd() . '/vendor/autoload.php';
    foreach (array_slice($argv, 1) as $url) {
        EventLoop::queue(function () use ($url): void {
            $began = microtime(true);
            $body = file_get_contents($url);
            printf("%-40s %7d bytes in %.3f s\n", $url, strlen((string) $body), microtime(true) - $began);
        });
    }
    EventLoop::run();
}
