<?php
// Rows 9 to 11: what one stream_select() call costs. Arguments: streams watched, how many of them are ready, calls.
//
// Both ends of loopback connections are watched. Before each call a byte is sent to each that is to be ready, after it
// the byte is read, and the next call has others: as in a real loop, where what was ready is dealt with and readiness is
// always news. The same is done as often without the call, in turns, and subtracted. Only where all are ready the bytes
// stay where they are: to move thousands costs far more than the call.
require __DIR__ . '/common.php';

const BLOCKS = 10;

/** @return resource[] Connections, so many ends; the other end of number $i is number $i ^ 1. */
function connections(int $ends): array
{
    $listener = stream_socket_server('tcp://127.0.0.1:0');
    $address = 'tcp://' . stream_socket_get_name($listener, false);
    for ($streams = []; count($streams) < $ends;) {
        $streams[] = stream_socket_client($address);
        $streams[] = stream_socket_accept($listener, 10);
    }
    foreach ($streams as $stream) {
        stream_set_blocking($stream, false);
    }
    return $streams;
}

/** @return int[] What this process has used: user and system time, and system time alone; microseconds. */
function used(): array
{
    $usage = getrusage();
    return [cpu_us(), $usage['ru_stime.tv_sec'] * 1000000 + $usage['ru_stime.tv_usec']];
}

[, $watched, $ready, $calls] = array_map('intval', $argv);
$streams = connections($watched);
$moves = $ready < $watched;
foreach ($moves ? [] : $streams as $stream) {
    fwrite($stream, 'x');
}
// The first calls meet streams that were never waited for; what that costs is seen where connections come and go, row 4c.
for ($round = 0; $round < 5; $round++) {
    $moves && fwrite($streams[1], 'x');
    $read = $streams;
    $write = $except = null;
    stream_select($read, $write, $except, 10);
    $moves && fread($streams[0], 1);
}
$place = 0;
$sum = [0, 0];
for ($block = 0; $block < 2 * BLOCKS; $block++) {
    $selects = $block % 2 === 0;
    $before = used();
    for ($round = intdiv($calls, BLOCKS); $round > 0; $round--) {
        for ($i = $place; $moves && $i < $place + $ready; $i++) {
            fwrite($streams[$i * 7919 % $watched ^ 1], 'x');
        }
        if ($selects) {
            $read = $streams;
            $write = $except = null;
            if (stream_select($read, $write, $except, 10) !== $ready) {
                exit("stream_select() did not see what was ready\n");
            }
        }
        for (; $moves && $place < $i; $place++) {
            fread($streams[$place * 7919 % $watched], 8192);
        }
    }
    foreach (used() as $which => $after) {
        $sum[$which] += ($selects ? 1 : -1) * ($after - $before[$which]);
    }
}
echo "result $calls $sum[0] $sum[1]\n";
