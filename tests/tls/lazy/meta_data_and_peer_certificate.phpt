--TEST--
TLS: handshake=lazy: meta data, and the captured certificate once the handshake is done
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
$verify = ['verify_peer' => true, 'allow_self_signed' => true, 'cafile' => tls_certificate(), 'capture_peer_cert' => true];
[$server, $to] = tls_lazy_server($verify);
$child = in_child(function () use ($to) {
    fwrite($client = tls_client($to, ['local_cert' => tls_certificate()]), "hello\n");
    fgets($client);
});
$connection = stream_socket_accept($server, 20);
$cert = fn () => stream_context_get_options($connection)['ssl']['peer_certificate'] ?? null;
echo implode(' ', array_keys(stream_get_meta_data($connection))), "\n";
var_dump($cert());
var_dump(fgets($connection));
echo implode(' ', array_keys(stream_get_meta_data($connection))), "\n";
echo implode(' ', array_diff(array_keys(stream_get_meta_data($connection)['crypto']), ['session_reused'])), "\n"; // (8.6 has it)
var_dump(stream_get_meta_data($connection)['stream_type'], is_object($cert()));
fwrite($connection, "bye\n");
var_dump(ended($child));
?>
--EXPECT--
timed_out blocked eof stream_type mode unread_bytes seekable
NULL
string(6) "hello
"
crypto timed_out blocked eof stream_type mode unread_bytes seekable
protocol cipher_name cipher_bits cipher_version
string(14) "tcp_socket/ssl"
bool(true)
int(0)
