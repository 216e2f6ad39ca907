--TEST--
TLS: a handler runs within a write into a full buffer, reads at the other end, and the write goes on; nothing is lost
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
[$theirs, $ours] = tls_pair();
stream_set_blocking($theirs, false);
stream_set_timeout($ours, 30);
$data = random_bytes(1 << 20);
$seen = '';
pcntl_signal(SIGUSR1, function () use ($theirs, &$seen) { // nobody else reads
    while (($got = fread($theirs, 65536)) !== '' && $got !== false) $seen .= $got;
});
$storm = signal_storm(SIGUSR1);
for ($i = 0; $i < 8; ++$i) var_dump(fwrite($ours, $data));
stop($storm);
pcntl_signal(SIGUSR1, SIG_IGN);
fclose($ours);
stream_set_blocking($theirs, true);
var_dump($seen . stream_get_contents($theirs) === str_repeat($data, 8));
?>
--EXPECT--
int(1048576)
int(1048576)
int(1048576)
int(1048576)
int(1048576)
int(1048576)
int(1048576)
int(1048576)
bool(true)
