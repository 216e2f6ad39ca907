--TEST--
bindto: what cannot be used warns and the client connects from the default address, as in stock
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $name] = listen_on();
show_errors();
foreach (['203.0.113.77:0', 'localhost:0', 'nonsense:0', '256.1.1.1:0', ':0', '127.0.0.1', '', '[::1', '0'] as $bindto) {
    $context = stream_context_create(['socket' => ['bindto' => $bindto]]);
    $client = stream_socket_client($name, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    echo $bindto, ' => ', $client ? preg_replace('/\d+$/', 'PORT', stream_socket_get_name($client, false)) : $errstr, "\n";
}
?>
--EXPECT--
Warning: stream_socket_client(): Failed to bind to '203.0.113.77:0', system said: Cannot assign requested address
203.0.113.77:0 => 127.0.0.1:PORT
Warning: stream_socket_client(): Invalid IP Address: localhost
localhost:0 => 127.0.0.1:PORT
Warning: stream_socket_client(): Invalid IP Address: nonsense
nonsense:0 => 127.0.0.1:PORT
Warning: stream_socket_client(): Invalid IP Address: 256.1.1.1
256.1.1.1:0 => 127.0.0.1:PORT
Warning: stream_socket_client(): Invalid IP Address: 
:0 => 127.0.0.1:PORT
127.0.0.1 => 127.0.0.1:PORT
 => 127.0.0.1:PORT
[::1 => 127.0.0.1:PORT
0 => 127.0.0.1:PORT
