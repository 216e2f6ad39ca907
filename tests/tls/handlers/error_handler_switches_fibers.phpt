--TEST--
TLS: error handlers within handshakes that switch fibers, and end in another order than they began
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
function failing(): array
{
    [$client, $conn] = tls_ends();
    fwrite($client, "GET / HTTP/1.0\r\n\r\n");
    return [$client, $conn];
}
[$c1, $first] = failing();
[$c2, $second] = failing();
$fiber = new Fiber(function () use ($first) {
    var_dump(stream_socket_enable_crypto($first, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
});
set_error_handler(function () {
    Fiber::suspend();
    return true;
});
$fiber->start();
set_error_handler(function () use (&$fiber) {
    $fiber->resume();
    $fiber = null;
    gc_collect_cycles();
    return true;
});
var_dump(stream_socket_enable_crypto($second, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
$others = [];
for ($i = 0; $i < 3; ++$i) ($others[] = new Fiber(fn () => Fiber::suspend()))->start(); // take the old one's memory
var_dump(fclose($first), fclose($second), is_resource($first), is_resource($second));
?>
--EXPECT--
bool(false)
bool(false)
bool(true)
bool(true)
bool(false)
bool(false)
