--TEST--
TLS: stream_select() on many TLS streams sees what only OpenSSL holds: a record read in part, without PHP's buffer
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php $most = posix_getrlimit()["hard openfiles"]; if ($most !== "unlimited" && $most < 2000) die("skip needs 2000 descriptors"); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$hard = posix_getrlimit()['hard openfiles'];
posix_setrlimit(POSIX_RLIMIT_NOFILE, 2000, $hard === 'unlimited' ? POSIX_RLIMIT_INFINITY : $hard);
for ($i = 0; $i < 1030; ++$i) $hold[] = fopen('/dev/null', 'r');
for ($i = 0; $i < 30; ++$i) {
    [$theirs[$i], $ours[$i]] = tls_pair();
    fwrite($ours[$i], "go\n");
    fgets($theirs[$i]); // and the server's tickets before it
}
stream_set_read_buffer($theirs[5], 0);
fwrite($ours[5], str_repeat('x', 100));
for ($sum = 0; $sum < 100; $sum += strlen($got)) {
    $r = $theirs;
    $w = $e = null;
    if (stream_select($r, $w, $e, 20) < 1) die("asleep after $sum\n");
    if (array_keys($r) !== [5]) die("others are ready\n");
    $got = fread($theirs[5], 10);
}
var_dump($sum);
?>
--EXPECT--
int(100)
