--TEST--
TLS: handshake=lazy: a read that times out within the handshake can be repeated
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$client = tls_client($tcp);
$connection = stream_socket_accept($server, 20);
stream_set_timeout($connection, 0, 200_000);
show_tls_errors();
var_dump(timed(fn () => fread($connection, 100), 0.199));
var_dump(stream_get_meta_data($connection)['timed_out'], feof($connection));
var_dump(timed(fn () => fwrite($connection, 'lost'), 0.199));
var_dump(stream_get_meta_data($connection)['timed_out']);
stream_set_timeout($connection, 20);
$child = in_child(function () use ($client) {
    if (!stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT)) exit(1);
    fwrite($client, "hello\n");
    exit(fgets($client) === "world\n" ? 0 : 2);
});
var_dump(fgets($connection), stream_get_meta_data($connection)['timed_out'], fwrite($connection, "world\n"), ended($child));
?>
--EXPECT--
in time
bool(false)
bool(true)
bool(false)
in time
bool(false)
bool(true)
string(6) "hello
"
bool(false)
int(6)
int(0)
