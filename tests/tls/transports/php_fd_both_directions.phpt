--TEST--
TLS on php://fd sockets
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = connect_pair();
$ours_again = copy_by_number($ours);
$theirs_again = copy_by_number($theirs);
fclose($ours);
fclose($theirs);
tls_begin($theirs_again, $ours_again);
foreach ([[$ours_again, $theirs_again], [$theirs_again, $ours_again]] as [$from, $to]) {
    var_dump(fwrite($from, "secret\n"), fgets($to));
    $meta = stream_get_meta_data($from);
    var_dump($meta['stream_type'], isset($meta['crypto']['cipher_name']), $meta['blocked']);
}
var_dump(stream_socket_enable_crypto($ours_again, false), fread($theirs_again, 10));
stream_socket_enable_crypto($theirs_again, false);
var_dump(stream_get_meta_data($ours_again)['stream_type']);
?>
--EXPECT--
int(7)
string(7) "secret
"
string(10) "tcp_socket"
bool(true)
bool(true)
int(7)
string(7) "secret
"
string(10) "tcp_socket"
bool(true)
bool(true)
bool(false)
string(0) ""
string(10) "tcp_socket"
