<?php
// The manual's second example: a UDP "daytime" service. Usage: bin/run examples/daytime_udp.php [ADDRESS]
// The service's own port, 13, is a privileged one, so another is the default here.
$socket = stream_socket_server($argv[1] ?? 'udp://127.0.0.1:1113', $errno, $errstr, STREAM_SERVER_BIND);
if (!$socket) {
    fwrite(STDERR, "$errstr ($errno)\n");
    exit(1);
}
echo 'The time of day is served on ', stream_socket_get_name($socket, false), ", until you interrupt me.\n";
for (;;) {
    $packet = stream_socket_recvfrom($socket, 1, 0, $peer);
    if ($packet !== false && is_string($peer)) {
        stream_socket_sendto($socket, date("D M j H:i:s Y\r\n"), 0, $peer);
    }
}
