--TEST--
TLS: a server's connections resume each other's sessions, also when the listener is gone before the handshake
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (PHP_VERSION_ID < 80600) die('skip sessions can be resumed since PHP 8.6'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';

/** Three connections of a client that shows the session of the one before: whether the server resumed it. */
function resumed(array $ssl, int $method, bool $is_lazy): string
{
    [$server, $to] = $is_lazy ? tls_lazy_server($ssl) : tls_server($ssl);
    $child = in_child(function () use ($to, $method) {
        $session = null;
        for ($i = 0; $i < 3; ++$i) {
            $client = tls_client($to, ['crypto_method' => $method, 'session_data' => $session, 'alpn_protocols' => 'x',
                'session_new_cb' => function ($stream, $new) use (&$session) { $session = $new; }]);
            if (fgets($client) !== "hello\n") exit(1);
            fwrite($client, "bye\n");
            fgets($client); // the end
        }
    });
    for ($i = 0; $i < 3; ++$i) {
        $conn = stream_socket_accept($server, 20);
        if ($i === 2 && $is_lazy) fclose($server);
        fwrite($conn, "hello\n");
        if (fgets($conn) !== "bye\n") die("no answer\n");
        $all[] = stream_get_meta_data($conn)['crypto']['session_reused'];
        fclose($conn);
    }
    return json_encode([...$all, ended($child)]);
}

$store = [];
foreach ([
    'none' => [],
    'a cache' => ['session_cache' => true, 'session_id_context' => 'a'],
    'a cache, no tickets' => ['session_cache' => true, 'session_id_context' => 'a', 'no_ticket' => true],
    'a cache, ALPN' => ['session_cache' => true, 'session_id_context' => 'a', 'alpn_protocols' => 'x'],
    'early data' => ['session_id_context' => 'a', 'max_early_data' => 100],
    'callbacks' => [
        'session_id_context' => 'a',
        'session_new_cb' => function ($stream, $session) use (&$store) { $store[$session->id] = $session; },
        'session_get_cb' => function ($stream, $id) use (&$store) { return $store[$id] ?? null; },
    ],
] as $name => $ssl) {
    foreach ([STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT] as $method) {
        echo $name, ': ', resumed($ssl, $method, false), '; lazy: ', resumed($ssl, $method, true), "\n";
    }
}
?>
--EXPECT--
none: [false,false,false,0]; lazy: [false,false,false,0]
none: [false,false,false,0]; lazy: [false,false,false,0]
a cache: [false,true,true,0]; lazy: [false,true,true,0]
a cache: [false,true,true,0]; lazy: [false,true,true,0]
a cache, no tickets: [false,true,true,0]; lazy: [false,true,true,0]
a cache, no tickets: [false,true,true,0]; lazy: [false,true,true,0]
a cache, ALPN: [false,true,true,0]; lazy: [false,false,false,0]
a cache, ALPN: [false,true,true,0]; lazy: [false,false,false,0]
early data: [false,true,true,0]; lazy: [false,true,true,0]
early data: [false,true,true,0]; lazy: [false,true,true,0]
callbacks: [false,true,true,0]; lazy: [false,true,true,0]
callbacks: [false,true,true,0]; lazy: [false,true,true,0]
