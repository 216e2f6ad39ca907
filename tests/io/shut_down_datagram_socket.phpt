--TEST--
a datagram socket whose read side was shut down is ready for ever and has nothing: reads say so at once, as in stock
--EXTENSIONS--
pcntl
--FILE--
<?php
$reads = [
    'fread' => fn ($s) => fread($s, 10),
    'fgets' => fn ($s) => fgets($s),
    'stream_get_line' => fn ($s) => stream_get_line($s, 10, "\n"),
    'stream_get_contents' => fn ($s) => stream_get_contents($s, 5),
    'recvfrom' => fn ($s) => stream_socket_recvfrom($s, 10),
];
foreach ([false, true] as $async) {
    pcntl_async_signals($async);
    foreach ($reads as $name => $read) {
        $udp = stream_socket_client('udp://127.0.0.1:9');
        [$pair, $other] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_DGRAM, 0);
        foreach ([[$udp, STREAM_SHUT_RD], [$pair, STREAM_SHUT_RD], [$pair, STREAM_SHUT_RDWR]] as [$stream, $how]) {
            stream_set_timeout($stream, 0, 1000);
            stream_socket_shutdown($stream, $how);
            echo $name, ' ', json_encode($read($stream)), stream_get_meta_data($stream)['timed_out'] ? ' timed out' : '', "\n";
        }
    }
}
?>
--EXPECT--
fread ""
fread ""
fread ""
fgets false
fgets false
fgets false
stream_get_line false
stream_get_line false
stream_get_line false
stream_get_contents ""
stream_get_contents ""
stream_get_contents ""
recvfrom ""
recvfrom ""
recvfrom ""
fread ""
fread ""
fread ""
fgets false
fgets false
fgets false
stream_get_line false
stream_get_line false
stream_get_line false
stream_get_contents ""
stream_get_contents ""
stream_get_contents ""
recvfrom ""
recvfrom ""
recvfrom ""
