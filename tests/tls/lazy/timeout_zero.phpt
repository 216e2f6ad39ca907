--TEST--
TLS: accept on ssl:// with a timeout of 0 takes a connection that is there, and shakes hands later
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to, $tcp] = tls_server();
$silent = stream_socket_client($tcp);
$connection = timed(fn () => stream_socket_accept($server, 0));
var_dump(is_resource($connection), isset(stream_get_meta_data($connection)['crypto']));
$child = child_client($to, function ($client) { fwrite($client, "hello\n"); });
$r = [$server];
$w = $e = null;
stream_select($r, $w, $e, 20);
$connection = stream_socket_accept($server, 0);
var_dump(fgets($connection), ended($child));
show_tls_errors();
var_dump(stream_socket_accept($server, 0));
?>
--EXPECT--
in time
bool(true)
bool(false)
string(6) "hello
"
int(0)
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
