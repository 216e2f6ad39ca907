--TEST--
TLS on unix://: client and server, and in plain again afterwards
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$path = temp_path('tls-unix');
$server = stream_socket_server("unix://$path");
$theirs = stream_socket_client("unix://$path");
$ours = stream_socket_accept($server, 20);
fwrite($theirs, "STARTTLS\n");
echo fgets($ours);
tls_begin($theirs, $ours);
foreach ([[$ours, $theirs], [$theirs, $ours]] as [$from, $to]) {
    var_dump(fwrite($from, "secret\n"), fgets($to));
    $meta = stream_get_meta_data($from);
    var_dump($meta['stream_type'], isset($meta['crypto']['cipher_name']), $meta['blocked'], $meta['timed_out']);
}
var_dump(stream_socket_enable_crypto($ours, false), fread($theirs, 10), stream_socket_enable_crypto($theirs, false));
var_dump(isset(stream_get_meta_data($theirs)['crypto']), stream_get_meta_data($theirs)['stream_type']);
?>
--EXPECT--
STARTTLS
int(7)
string(7) "secret
"
string(11) "unix_socket"
bool(true)
bool(true)
bool(false)
int(7)
string(7) "secret
"
string(11) "unix_socket"
bool(true)
bool(true)
bool(false)
bool(false)
string(0) ""
bool(false)
bool(false)
string(11) "unix_socket"
