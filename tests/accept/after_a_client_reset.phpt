--TEST--
stream_socket_accept(): a client that resets before it is accepted does not disturb the next one
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$server, $to] = listen_on();
$port = (int) substr(strrchr($to, ':'), 1);
$rude = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
socket_connect($rude, '127.0.0.1', $port);
socket_set_option($rude, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
socket_close($rude);
$client = stream_socket_client($to);
fwrite($client, "polite\n");
// Linux hands out the dead connection first; other systems forget it.
do {
    $conn = stream_socket_accept($server, 10, $peer);
    if (stream_socket_get_name($conn, true) === false) {
        var_dump(@fread($conn, 10), feof($conn));
        $conn = null;
    }
} while (!$conn);
var_dump(fgets($conn), $peer === stream_socket_get_name($client, false));
?>
--EXPECT--
bool(false)
bool(true)
string(7) "polite
"
bool(true)
