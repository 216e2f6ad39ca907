--TEST--
TLS: stream_socket_sendto() and stream_socket_recvfrom() do not go past active TLS
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
show_tls_errors();
var_dump(stream_socket_sendto($ours, 'plain'), stream_socket_sendto($ours, 'o', STREAM_OOB), stream_socket_sendto($theirs, ''));
fwrite($theirs, "secret\n");
var_dump(stream_socket_recvfrom($ours, 100), stream_socket_recvfrom($ours, 100, STREAM_PEEK), stream_socket_recvfrom($ours, 5, STREAM_OOB));
$from = 'untouched';
var_dump(@stream_socket_recvfrom($ours, 100, 0, $from), $from);
var_dump(fgets($ours), fwrite($ours, "answer\n"), fgets($theirs)); // all is well
?>
--EXPECT--
Warning: stream_socket_sendto(): A TLS stream does not send past its encryption: use fwrite()
Warning: stream_socket_sendto(): A TLS stream does not send past its encryption: use fwrite()
Warning: stream_socket_sendto(): A TLS stream does not send past its encryption: use fwrite()
int(-1)
int(-1)
int(-1)
Warning: stream_socket_recvfrom(): A TLS stream does not receive past its encryption: use fread()
Warning: stream_socket_recvfrom(): A TLS stream does not receive past its encryption: use fread()
Warning: stream_socket_recvfrom(): A TLS stream does not receive past its encryption: use fread()
bool(false)
bool(false)
bool(false)
bool(false)
NULL
string(7) "secret
"
int(7)
string(7) "answer
"
