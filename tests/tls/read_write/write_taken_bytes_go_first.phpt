--TEST--
TLS: bytes that a non-blocking fwrite() has taken are sent by whatever comes next on the stream, also its end
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
$then = [
    'fclose' => fn ($ours) => fclose($ours),
    'enable_crypto' => fn ($ours) => stream_socket_enable_crypto($ours, false),
    'shutdown' => fn ($ours) => stream_socket_shutdown($ours, STREAM_SHUT_WR),
    'fflush' => fn ($ours) => stream_set_blocking($ours, true) && fflush($ours),
    'fread' => fn ($ours) => stream_set_blocking($ours, true) && print fread($ours, 3) . ' ',
    'fgets' => fn ($ours) => stream_set_blocking($ours, true) && print fgets($ours, 4) . ' ',
    'fwrite' => fn ($ours) => stream_set_blocking($ours, true) && fwrite($ours, 'x'),
];
foreach ($then as $name => $operation) {
    [$ours, $theirs] = tls_small_pair(2000);
    [$tell, $told] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    // The peer reads when it is told how much is to come, and answers when it has all.
    $child = in_child(function () use ($theirs, $told) {
        $sent = (int) fgets($told);
        $got = strlen(tls_read($theirs, $sent));
        if (fgets($told) === "answer\n") fwrite($theirs, 'all');
        exit($got === $sent ? 0 : 1);
    });
    fclose($theirs);
    stream_set_blocking($ours, false);
    for ($sent = 0; $more = fwrite($ours, str_repeat('x', 16384)); $sent += $more);
    if ($name === 'fwrite') ++$sent;
    $is_end = in_array($name, ['fclose', 'enable_crypto', 'shutdown']);
    if ($is_end) $operation($ours); // which does not wait
    fwrite($tell, "$sent\n" . ($is_end ? "end\n" : "answer\n"));
    if (!$is_end) $operation($ours);
    echo "$name: ", ended($child), "\n";
}
// The connection is reset with bytes taken
[$ours, $theirs] = tls_small_pair(2000);
stream_set_blocking($ours, false);
while (fwrite($ours, str_repeat('x', 16384)));
fclose($theirs);
wait_readable($ours);
set_error_handler(fn (int $level, string $text) => print strtok($text, ':') . " warns\n");
var_dump(fwrite($ours, 'x'), fread($ours, 1), feof($ours));
?>
--EXPECT--
fclose: 0
enable_crypto: 0
shutdown: 0
fflush: 0
all fread: 0
all fgets: 0
fwrite: 0
fwrite() warns
int(0)
string(0) ""
bool(true)
