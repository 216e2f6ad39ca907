--TEST--
bindto: an address of the other family
--EXTENSIONS--
sockets
--SKIPIF--
<?php
require __DIR__ . '/../inc/sockets.inc';
if (!has_ipv6()) die('skip no IPv6');
?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$v4, $name4] = listen_on();
[$v6, $name6] = listen_on('tcp://[::1]:0');
function from(string $name, string $bindto): void
{
    $context = stream_context_create(['socket' => ['bindto' => $bindto]]);
    $client = stream_socket_client($name, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    echo $bindto, ' ', $client ? preg_replace('/\d+$/', 'PORT', stream_socket_get_name($client, false)) : 'false', "\n";
}
from($name6, '[::1]:0');
from($name4, '[::1]:0');
from($name6, '127.0.0.1:0');
from($name6, '0:0');
?>
--EXPECTF--
[::1]:0 [::1]:PORT
[::1]:0 127.0.0.1:PORT
Warning: stream_socket_client(): Unable to connect to tcp://[::1]:%d (%s)
127.0.0.1:0 false
0:0 [::1]:PORT
