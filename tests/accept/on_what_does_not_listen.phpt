--TEST--
accept on a connection or a datagram socket waits until that can be read, blocking or not, and then says what the system says
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
$udp = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
[$client, $accepted] = connect_pair();
foreach ([true, false] as $blocking) {
    foreach (['tcp' => $client, 'udp' => $udp] as $name => $stream) {
        stream_set_blocking($stream, $blocking);
        echo "$name\n";
        stream_socket_accept($stream, 0);
        stream_socket_accept($stream, 0.01);
    }
}
fwrite($accepted, 'x');
fwrite(stream_socket_client('udp://' . stream_socket_get_name($udp, false)), 'x');
foreach ([$client, $udp] as $stream) stream_socket_accept($stream, 20);
?>
--EXPECT--
tcp
Warning: stream_socket_accept(): Accept failed: Connection timed out
Warning: stream_socket_accept(): Accept failed: Connection timed out
udp
Warning: stream_socket_accept(): Accept failed: Connection timed out
Warning: stream_socket_accept(): Accept failed: Connection timed out
tcp
Warning: stream_socket_accept(): Accept failed: Connection timed out
Warning: stream_socket_accept(): Accept failed: Connection timed out
udp
Warning: stream_socket_accept(): Accept failed: Connection timed out
Warning: stream_socket_accept(): Accept failed: Connection timed out
Warning: stream_socket_accept(): Accept failed: Invalid argument
Warning: stream_socket_accept(): Accept failed: Operation not supported
