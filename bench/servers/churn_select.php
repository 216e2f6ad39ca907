<?php
// Row 4c: a connection per request, in an event loop over stream_select().
require __DIR__ . '/common.php';

$listener = listen();
stream_set_blocking($listener, false);
$streams = [(int) $listener => $listener];
$begin = null;
for ($count = 0, $ended = false; !$ended;) {
    $read = $streams;
    $write = $except = null;
    if (stream_select($read, $write, $except, 10) < 1) {
        exit("no connection in 10 seconds\n");
    }
    $begin ??= cpu_us();
    foreach ($read as $stream) {
        if ($stream === $listener) {
            while ($client = @stream_socket_accept($listener, 0)) {
                stream_set_blocking($client, false);
                $streams[(int) $client] = $client;
            }
            continue;
        }
        $request = fread($stream, 8192);
        if ($ended = $request[0] === 'B') {
            break;
        }
        fwrite($stream, REPLY);
        unset($streams[(int) $stream]);
        fclose($stream);
        $count++;
    }
}
print_result($count, cpu_us() - $begin);
