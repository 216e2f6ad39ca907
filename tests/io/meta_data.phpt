--TEST--
stream_get_meta_data(): keys, order and values for every transport
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
function show($stream)
{
    $meta = stream_get_meta_data($stream);
    // (8.4 has a last key for those that were opened by URI)
    if (isset($meta['uri']) && PHP_VERSION_ID >= 80400 && preg_match('#^(tcp|unix|ud[pg])://.#', $meta['uri'])) unset($meta['uri']);
    echo json_encode($meta), "\n";
}
[$client, $conn, $server] = connect_pair();
show($client);
show($conn);
show($server);
[$client, $conn, $server] = connect_pair('unix://' . temp_path('meta'));
show($client);
show($conn);
show($server);
show(stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND));
show(stream_socket_client('udp://127.0.0.1:9'));
show(stream_socket_server('udg://' . temp_path('metag'), $errno, $errstr, STREAM_SERVER_BIND));

echo "blocked, unread_bytes, eof\n";
[$client, $conn] = connect_pair();
stream_set_blocking($conn, false);
show($conn);
stream_set_blocking($conn, true);
fwrite($client, "ab\ncd");
fclose($client);
fgets($conn);
show($conn);
stream_get_contents($conn);
show($conn);
?>
--EXPECT--
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"tcp_socket\/ssl","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"tcp_socket\/ssl","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"tcp_socket\/ssl","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"unix_socket","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"unix_socket","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"unix_socket","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"udp_socket","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"udp_socket","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"udg_socket","mode":"r+","unread_bytes":0,"seekable":false}
blocked, unread_bytes, eof
{"timed_out":false,"blocked":false,"eof":false,"stream_type":"tcp_socket\/ssl","mode":"r+","unread_bytes":0,"seekable":false}
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"tcp_socket\/ssl","mode":"r+","unread_bytes":2,"seekable":false}
{"timed_out":false,"blocked":true,"eof":true,"stream_type":"tcp_socket\/ssl","mode":"r+","unread_bytes":0,"seekable":false}
