--TEST--
TLS: stream_socket_sendto() and stream_socket_recvfrom() work again once TLS is switched off
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
var_dump(@stream_socket_sendto($ours, 'plain'));
stream_socket_enable_crypto($ours, false);
var_dump(fread($theirs, 100), stream_socket_enable_crypto($theirs, false));
stream_socket_recvfrom($ours, 1000, STREAM_PEEK) !== '' || print "nothing there\n";
var_dump(isset(stream_get_meta_data($ours)['crypto']), stream_socket_sendto($ours, 'plain'), stream_socket_recvfrom($theirs, 100));
?>
--EXPECT--
int(-1)
string(0) ""
bool(false)
bool(false)
int(5)
string(5) "plain"
