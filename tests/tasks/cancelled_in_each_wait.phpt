--TEST--
A task that is cancelled in a wait, or meets its limit there: its exception is all that comes of it, without a warning
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
use function Uvstream\{run, spawn, delay, timeout};

run(function () {
    [$ours, $theirs, $server] = connect_pair();
    [$full, $slow] = connect_pair();
    fill($full);
    [$udp] = [stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND)];
    [$silent, $uri] = listen_on();
    [$busy, $held] = busy_address();
    $web = 'http' . strstr($uri, ':');
    $to_ssl = 'ssl' . strstr($uri, ':');
    $waits = [
        'accept' => fn () => stream_socket_accept($server, 60),
        'accept for ever' => fn () => stream_socket_accept($server, -1),
        'fgets' => fn () => fgets($ours),
        'fread' => fn () => fread($ours, 10),
        'stream_get_line' => fn () => stream_get_line($ours, 10, 'x'),
        'stream_get_contents' => fn () => stream_get_contents($ours),
        'stream_copy_to_stream' => fn () => stream_copy_to_stream($ours, $full),
        'fpassthru' => fn () => fpassthru($ours),
        'fwrite' => fn () => fwrite($full, 'x'),
        'recvfrom' => fn () => stream_socket_recvfrom($ours, 10),
        'recvfrom udp' => fn () => stream_socket_recvfrom($udp, 10),
        'sendto' => fn () => stream_socket_sendto($full, 'x'),
        'select' => function () use ($ours) { $r = [$ours]; $w = $e = null; return stream_select($r, $w, $e, 60); },
        'connect' => fn () => stream_socket_client($busy, $code, $text, 60),
        'fsockopen' => fn () => fsockopen($busy, -1, $code, $text, 60),
        'connect ssl' => fn () => stream_socket_client($to_ssl, $code, $text, 60),
        'enable crypto' => fn () => stream_socket_enable_crypto(($pair = connect_pair())[0], true, STREAM_CRYPTO_METHOD_TLS_CLIENT),
        'http' => fn () => file_get_contents($web),
        'http fopen' => fn () => fopen($web, 'r'),
        'sleep' => fn () => sleep(60),
        'usleep' => fn () => usleep(60_000_000),
        'time_nanosleep' => fn () => time_nanosleep(60, 0),
        'time_sleep_until' => fn () => time_sleep_until(time() + 60),
        'delay' => fn () => delay(60),
    ];
    foreach ($waits as $name => $wait) {
        $task = spawn($wait);
        delay(0.001);
        $task->cancel();
        $limited = spawn(fn () => timeout(0.001, $wait));
        $caught = [];
        foreach ([$task, $limited] as $one) {
            try {
                $caught[] = json_encode($one->await());
            } catch (Throwable $thrown) {
                $caught[] = get_class($thrown);
            }
        }
        echo $caught === ['Uvstream\CancelledError', 'Uvstream\TimeoutException'] ? '' : "$name: " . implode(', ', $caught) . "\n";
    }
    echo "all\n";
    exit;
});
?>
--EXPECT--
all
