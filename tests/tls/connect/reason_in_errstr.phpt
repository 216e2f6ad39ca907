--TEST--
TLS: a client without options verifies: refused, $error_message has OpenSSL's reason, the code is 0, and the warnings are stock's
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$child = in_child(function () use ($server) {
    for ($i = 0; $i < 3; ++$i) @stream_socket_accept($server, 20);
});
[, $host, $port] = preg_split('~://|:~', $to);
show_tls_errors(true);
$before = count_descriptors();
var_dump(stream_socket_client($to, $errno, $errstr, 20), $errno, $errstr);
$errstr = $errno = null;
var_dump(fsockopen("tls://$host", $port, $errno, $errstr, 20), $errno, $errstr);
$errstr = $errno = null;
var_dump(pfsockopen("tls://$host", $port, $errno, $errstr, 20), $errno, $errstr, count_descriptors() - $before);
stop($child);
?>
--EXPECTF--
Warning: stream_socket_client(): SSL operation failed with code 1. OpenSSL Error messages: certificate verify failed
Warning: stream_socket_client(): Failed to enable crypto
Warning: stream_socket_client(): Unable to connect to tls://127.0.0.1:%d (Unknown error)
bool(false)
int(0)
string(%d) "SSL operation failed with code 1. OpenSSL Error messages:
error:%x:SSL routines:%S:certificate verify failed"
Warning: fsockopen(): SSL operation failed with code 1. OpenSSL Error messages: certificate verify failed
Warning: fsockopen(): Failed to enable crypto
Warning: fsockopen(): Unable to connect to tls://127.0.0.1:%d (Unknown error)
bool(false)
int(0)
string(%d) "SSL operation failed with code 1. OpenSSL Error messages:
error:%x:SSL routines:%S:certificate verify failed"
Warning: pfsockopen(): SSL operation failed with code 1. OpenSSL Error messages: certificate verify failed
Warning: pfsockopen(): Failed to enable crypto
Warning: pfsockopen(): Unable to connect to tls://127.0.0.1:%d (Unknown error)
bool(false)
int(0)
string(%d) "SSL operation failed with code 1. OpenSSL Error messages:
error:%x:SSL routines:%S:certificate verify failed"
int(0)
