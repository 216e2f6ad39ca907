--TEST--
TLS: an error handler whose own I/O would block: the failed handshake, read or write does not begin to wait
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/tls.inc';
[$idle] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
[$idle_peer, $idle_tls] = tls_pair();
stream_set_blocking($idle, false);
stream_set_blocking($idle_tls, false);
[$theirs, $ours] = tls_pair();
$raw = copy_by_number($theirs); // past its encryption
set_error_handler(function ($level, $text) use ($idle, $idle_tls) {
    echo preg_replace('/(code 1).*/s', '$1', $text), "\n";
    fread($idle, 10); // EAGAIN
    fread($idle_tls, 10);
});
[$server, , $tcp] = tls_server();
$client = stream_socket_client($tcp);
fwrite($client, "GET / HTTP/1.0\r\n\r\n");
var_dump(timed(fn () => stream_socket_accept($server, 50)));

[$lazy, , $tcp] = tls_lazy_server();
foreach ([fn ($stream) => fgets($stream), fn ($stream) => fwrite($stream, 'x')] as $use) {
    $client = stream_socket_client($tcp);
    fwrite($client, "GET / HTTP/1.0\r\n\r\n");
    $connection = stream_socket_accept($lazy, 20);
    var_dump(timed(fn () => $use($connection)));
}

fwrite($raw, "plain, and enough of it to be taken for a record\n");
var_dump(timed(fn () => fread($ours, 10)));
?>
--EXPECT--
stream_socket_accept(): Accept failed: SSL operation failed with code 1
in time
bool(false)
fgets(): SSL operation failed with code 1
in time
bool(false)
fwrite(): SSL operation failed with code 1
in time
bool(false)
fread(): SSL operation failed with code 1
in time
string(0) ""
