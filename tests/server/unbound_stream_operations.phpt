--TEST--
flags: every operation on an unbound stream fails cleanly
--FILE--
<?php
$stream = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 0);
var_dump(@stream_socket_accept($stream, 0, $peer));
var_dump((bool) @fread($stream, 10), (bool) @fwrite($stream, 'x'), feof($stream));
var_dump(@stream_socket_sendto($stream, 'x') > 0, (bool) @stream_socket_recvfrom($stream, 10));
var_dump(@stream_socket_shutdown($stream, STREAM_SHUT_RDWR));
var_dump(@stream_set_blocking($stream, false), stream_set_timeout($stream, 1), fflush($stream));
$r = [$stream];
$w = $e = null;
try {
    var_dump((bool) @stream_select($r, $w, $e, 0));
} catch (ValueError $error) {
    var_dump(false);
}
var_dump(count(stream_get_meta_data($stream)) > 5, fclose($stream));
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
