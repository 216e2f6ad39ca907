--TEST--
TLS: handshake=lazy: the first write shakes hands, and waits for it
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to, $tcp] = tls_lazy_server();
$raw = stream_socket_client($tcp); // stays silent
stream_socket_accept($server, 20);
$child = child_client($to, function ($client) {
    fwrite($client, 'thanks for ' . strlen(stream_get_contents($client, 100000)) . "\n");
});
$connection = stream_socket_accept($server, 20);
var_dump(fwrite($connection, str_repeat('x', 100000)), isset(stream_get_meta_data($connection)['crypto']));
var_dump(fgets($connection), ended($child));
?>
--EXPECT--
int(100000)
bool(true)
string(18) "thanks for 100000
"
int(0)
