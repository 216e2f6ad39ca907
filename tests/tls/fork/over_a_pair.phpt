--TEST--
TLS over stream_socket_pair() with a forked child
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$child = in_child(function () use ($ours, $theirs) {
    fclose($ours);
    tls_options($theirs, ["local_cert" => tls_certificate()]);
    if (!stream_socket_enable_crypto($theirs, true, STREAM_CRYPTO_METHOD_TLS_SERVER)) exit(1);
    while (($line = fgets($theirs)) !== false) fwrite($theirs, strrev(rtrim($line)) . "\n");
    exit(feof($theirs) ? 0 : 2);
});
fclose($theirs);
tls_options($ours, ['verify_peer' => false, 'verify_peer_name' => false]);
var_dump(stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
for ($i = 0; $i < 3; ++$i) {
    fwrite($ours, "line $i\n");
    echo fgets($ours);
}
fclose($ours);
var_dump(ended($child));
?>
--EXPECT--
bool(true)
0 enil
1 enil
2 enil
int(0)
