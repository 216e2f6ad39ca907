--TEST--
bindto: an address with a port that is no port is not passed over in silence
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip all of 127/8 is Linux\'s'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $name] = listen_on();
foreach (['127.0.0.2:abc', '127.0.0.2:99999', '127.0.0.2:-5', '127.0.0.2:0x'] as $bindto) {
    $warned = false;
    set_error_handler(function () use (&$warned) { return $warned = true; });
    $context = stream_context_create(['socket' => ['bindto' => $bindto]]);
    $client = stream_socket_client($name, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    $from = $client ? preg_replace('/:\d+$/', '', stream_socket_get_name($client, false)) : '';
    restore_error_handler();
    // An error, a warning, or as in stock: from that address. But not from another one without a word.
    echo $bindto, ' ', $warned || $from === '127.0.0.2' ? 'ok' : "silently from $from", "\n";
}
?>
--EXPECT--
127.0.0.2:abc ok
127.0.0.2:99999 ok
127.0.0.2:-5 ok
127.0.0.2:0x ok
