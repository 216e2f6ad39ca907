--TEST--
feof(): idle, data waiting, data buffered, after the peer's end, listener, closed socket
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('feof')] as $uri) {
    [$server, $to] = listen_on($uri);
    foreach ([true, false] as $blocking) {
        $a = stream_socket_client($to);
        $b = stream_socket_accept($server, 10);
        stream_set_blocking($b, $blocking);
        $states = ['idle' => feof($b)];
        fwrite($a, "one\ntwo\nthree\n");
        wait_readable($b);
        $states['data waiting'] = feof($b);
        fgets($b);
        $states['data buffered'] = feof($b);
        fclose($a);
        $states['buffered, then the end'] = feof($b);
        fgets($b);
        $states['still buffered'] = feof($b);
        fgets($b);
        wait_readable($b);
        $states['all read'] = feof($b);
        $again = stream_socket_client($to);
        $b = stream_socket_accept($server, 10);
        stream_set_blocking($b, $blocking);
        fclose($again);
        wait_readable($b);
        $states['the end, before any read'] = feof($b);
        $states['and then'] = [fread($b, 10), feof($b), stream_get_meta_data($b)['eof']];
        $states['listener'] = feof($server);
        echo json_encode($states, JSON_PRETTY_PRINT), "\n";
    }
}
?>
--EXPECT--
{
    "idle": false,
    "data waiting": false,
    "data buffered": false,
    "buffered, then the end": false,
    "still buffered": false,
    "all read": true,
    "the end, before any read": true,
    "and then": [
        "",
        true,
        true
    ],
    "listener": false
}
{
    "idle": false,
    "data waiting": false,
    "data buffered": false,
    "buffered, then the end": false,
    "still buffered": false,
    "all read": true,
    "the end, before any read": true,
    "and then": [
        "",
        true,
        true
    ],
    "listener": false
}
{
    "idle": false,
    "data waiting": false,
    "data buffered": false,
    "buffered, then the end": false,
    "still buffered": false,
    "all read": true,
    "the end, before any read": true,
    "and then": [
        "",
        true,
        true
    ],
    "listener": false
}
{
    "idle": false,
    "data waiting": false,
    "data buffered": false,
    "buffered, then the end": false,
    "still buffered": false,
    "all read": true,
    "the end, before any read": true,
    "and then": [
        "",
        true,
        true
    ],
    "listener": false
}
