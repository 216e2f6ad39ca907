--TEST--
TLS: STREAM_CLIENT_ASYNC_CONNECT with TLS
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$pid = in_child(function () use ($server) {
    fwrite($conn = stream_socket_accept($server, 20), strtoupper(fgets($conn)));
    fgets($conn);
});
$client = stream_socket_client($to, $errno, $errstr, 20, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT, tls_client_context());
var_dump(is_resource($client), isset(stream_get_meta_data($client)['crypto']));
stream_set_blocking($client, true);
fwrite($client, "hello\n");
echo fgets($client);
fclose($client);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
bool(true)
bool(true)
HELLO
