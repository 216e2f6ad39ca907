--TEST--
TLS: docs/tls.md's ways to read a line without what is behind it
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/documents.inc';
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
[$accepts, $takes_bytes, $looks_first] = blocks_run_by(__FILE__, 'docs/tls.md');
eval($looks_first);
$by_bytes = function ($stream) use ($takes_bytes) {
    eval($takes_bytes);
    return $line;
};
foreach (['byte by byte' => $by_bytes, 'looks first' => read_line(...)] as $how => $read) {
    foreach (['tcp', 'unix'] as $scheme) {
        [$theirs, $ours] = connect_pair($scheme === 'tcp' ? 'tcp://127.0.0.1:0' : 'unix://' . temp_path($how));
        fwrite($theirs, "the line\nthe rest");
        $line = $read($ours);
        echo "$how: ", json_encode([$line, stream_socket_recvfrom($ours, 100)]), "\n";
    }
}
fclose($theirs);
var_dump(read_line($ours));
[$server, $to] = tls_plain_server();
fwrite($peer = stream_socket_client($to), "PROXY TCP4\n" . client_hello());
stream_set_timeout($server, 0, 50_000); // this peer does not go on
set_error_handler(fn (int $level, string $text) => print "$text\n");
eval($accepts);
echo $proxied, ord(fread($peer, 1)), "\n"; // a handshake
?>
--EXPECT--
byte by byte: ["the line\n","the rest"]
byte by byte: ["the line\n","the rest"]
looks first: ["the line\n","the rest"]
looks first: ["the line\n","the rest"]
bool(false)
stream_socket_enable_crypto(): SSL: Handshake timed out
PROXY TCP4
22
