<?php

use Uvstream\Readiness;
use function Uvstream\set_wait_handler;

$waiting = []; // a loop of one's own: the Fibers that wait to read
set_wait_handler(function ($stream, Readiness $for, ?float $seconds) use (&$waiting) {
    $waiting[] = [$stream, Fiber::getCurrent()];
    return Fiber::suspend();
});

[$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$reader = new Fiber(function () use ($here) { echo 'read: ', fgets($here); });
$reader->start(); // comes back, for fgets() waits in the Fiber alone
fwrite($there, "hello\n");
foreach ($waiting as [$stream, $fiber]) {
    $read = [$stream];
    if (stream_select($read, $write, $except, 1)) $fiber->resume(true);
}

/* Output:
read: hello
*/
