--TEST--
TLS between the ends of stream_socket_pair()
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
tls_begin($theirs, $ours);
foreach ([[$ours, $theirs], [$theirs, $ours]] as [$from, $to]) {
    var_dump(fwrite($from, "secret\n"), fgets($to));
    $meta = stream_get_meta_data($from);
    var_dump($meta['stream_type'], isset($meta['crypto']['cipher_name']), $meta['blocked']);
}
var_dump(@stream_socket_sendto($ours, 'plain'));
fclose($ours);
var_dump(fread($theirs, 10), feof($theirs));
?>
--EXPECT--
int(7)
string(7) "secret
"
string(14) "generic_socket"
bool(true)
bool(true)
int(7)
string(7) "secret
"
string(14) "generic_socket"
bool(true)
bool(true)
int(-1)
string(0) ""
bool(true)
