--TEST--
TLS: an accepted connection has its listener's timeout
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server(); // (an eager handshake would have to be done in this time)
stream_set_timeout($server, 0, 100_000);
$silent = stream_socket_client($tcp);
$conn = stream_socket_accept($server, 20);
var_dump(timed(fn () => fgets($conn), 0.099), stream_get_meta_data($conn)['timed_out']);
?>
--EXPECT--
in time
bool(false)
bool(true)
