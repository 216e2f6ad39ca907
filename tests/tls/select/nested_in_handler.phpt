--TEST--
TLS: stream_select() on many TLS streams, within a signal handler within a select on the same
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php $most = posix_getrlimit()["hard openfiles"]; if ($most !== "unlimited" && $most < 2000) die("skip needs 2000 descriptors"); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
$hard = posix_getrlimit()['hard openfiles'];
posix_setrlimit(POSIX_RLIMIT_NOFILE, 2000, $hard === 'unlimited' ? POSIX_RLIMIT_INFINITY : $hard);
for ($i = 0; $i < 1030; ++$i) $hold[] = fopen('/dev/null', 'r');
for ($i = 0; $i < 30; ++$i) [$theirs[$i], $ours[$i]] = tls_pair();
foreach ($theirs as $i => $stream) {
    fwrite($ours[$i], "go\n");
    fgets($stream); // and the server's tickets before it
}
$select = function (int $seconds) use ($theirs) {
    $r = $theirs;
    $w = $e = null;
    $count = @stream_select($r, $w, $e, $seconds);
    return json_encode($count) . ': ' . implode(' ', array_keys($r));
};
pcntl_signal(SIGUSR1, function () use ($select, $ours, $theirs) {
    fwrite($ours[2], "inner\n");
    echo 'inner ', $select(20), ' ', fgets($theirs[2]);
    fwrite($ours[4], "outer\n");
});
$child = signal_in_wait(SIGUSR1);
echo substr($select(20), 0, 6), "\n"; // interrupted, as ever
ended($child);
echo $select(20), ' ', fgets($theirs[4]);
?>
--EXPECT--
inner 1: 2 inner
false:
1: 4 outer
