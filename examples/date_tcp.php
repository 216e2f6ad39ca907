<?php
// The manual's first example of stream_socket_server(): a TCP server that tells the date and time.
// Usage: bin/run examples/date_tcp.php [ADDRESS]
$socket = stream_socket_server($argv[1] ?? 'tcp://127.0.0.1:8000', $errno, $errstr);
if (!$socket) {
    fwrite(STDERR, "$errstr ($errno)\n");
    exit(1);
}
echo 'The date is served on ', stream_socket_get_name($socket, false), ", until you interrupt me.\n";
for (;;) {
    while ($conn = @stream_socket_accept($socket)) {
        fwrite($conn, 'The local time is ' . date('n/j/Y g:i a') . "\n");
        fclose($conn);
    }
}
