--TEST--
TLS: stream_socket_pair(): TLS switched off at both ends, and in plain from then on
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
tls_begin($theirs, $ours);
fwrite($ours, "secret\n");
echo fread($theirs, 100);
stream_socket_enable_crypto($ours, false);
var_dump(fread($theirs, 10));
stream_socket_enable_crypto($theirs, false);
var_dump(strlen(stream_socket_recvfrom($ours, 100)) > 0); // its goodbye
fwrite($theirs, "plain\n");
fwrite($ours, "plain, too\n");
echo fgets($ours), fread($theirs, 100);
var_dump(stream_get_meta_data($ours)['stream_type'], isset(stream_get_meta_data($ours)['crypto']));
?>
--EXPECT--
secret
string(0) ""
bool(true)
plain
plain, too
string(14) "generic_socket"
bool(false)
