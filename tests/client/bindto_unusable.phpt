--TEST--
stream_socket_client(): bindto of the wrong family, not ours, no address, no string
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$server, $to] = listen_on();
function attempt(string $to, $bindto)
{
    echo '-- ', var_export($bindto, true), "\n";
    $context = stream_context_create(['socket' => ['bindto' => $bindto]]);
    $client = stream_socket_client($to, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    echo $client ? 'connected' : "failed: $errstr", "\n";
    return $client;
}
ob_start(fn($text) => preg_replace('/127.0.0.1:[1-9]\d*/', '127.0.0.1:PORT', $text));
attempt($to, '[::1]:0');
attempt($to, '192.0.2.77:0');
attempt($to, '999.0.0.1:0');
attempt($to, 'rubbish');
attempt($to, 12);
attempt($to, true);
attempt($to, []);
?>
--EXPECT--
-- '[::1]:0'
connected
-- '192.0.2.77:0'
Warning: stream_socket_client(): Failed to bind to '192.0.2.77:0', system said: Cannot assign requested address
connected
-- '999.0.0.1:0'
Warning: stream_socket_client(): Invalid IP Address: 999.0.0.1
connected
-- 'rubbish'
connected
-- 12
Warning: stream_socket_client(): Unable to connect to tcp://127.0.0.1:PORT (local_addr context option is not a string.)
failed: local_addr context option is not a string.
-- true
Warning: stream_socket_client(): Unable to connect to tcp://127.0.0.1:PORT (local_addr context option is not a string.)
failed: local_addr context option is not a string.
-- array (
)
Warning: stream_socket_client(): Unable to connect to tcp://127.0.0.1:PORT (local_addr context option is not a string.)
failed: local_addr context option is not a string.
