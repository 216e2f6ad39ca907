--TEST--
accept on an end of stream_socket_pair() fails at once, as in stock
--FILE--
<?php
foreach ([STREAM_SOCK_STREAM, STREAM_SOCK_DGRAM] as $type) {
    foreach (stream_socket_pair(STREAM_PF_UNIX, $type, 0) as $end) var_dump(stream_socket_accept($end, 20));
}
?>
--EXPECTREGEX--
(\s*Warning: stream_socket_accept\(\): Accept failed: Unknown error in .* on line \d+\s+bool\(false\)){4}
