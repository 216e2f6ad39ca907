--TEST--
tasks, promise 8: of a task that waits behind another one's TLS handshake where() says which
--EXTENSIONS--
openssl
--FILE--
<?php
use function Uvstream\{delay, run, spawn};
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/tls.inc';

[$client, $silent] = connect_pair();
run(function () use ($client) {
    $shakes_hands = spawn(fn () => @stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
    $shakes_hands->name = 'first';
    $reads = spawn(fn () => fread($client, 100));
    delay(0);
    foreach ([$shakes_hands, $reads] as $task) {
        echo str_replace(__DIR__ . '/', '', $task->where()), "\n";
        $task->cancel();
    }
});
?>
--EXPECTF--
waits to read tls://127.0.0.1:%d in stream_socket_enable_crypto() at 08_behind_a_handshake.php:8
waits for its turn behind task #1 "first" in fread() at 08_behind_a_handshake.php:10
