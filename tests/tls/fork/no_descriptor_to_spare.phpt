--TEST--
TLS: a forked child without a descriptor to spare closes its copy, and the parent's TLS goes on
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!function_exists("posix_setrlimit")) die("skip no posix_setrlimit"); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
fwrite($ours, "before\n");
echo fgets($theirs);
$child = in_child(function () use ($ours, $theirs) {
    posix_setrlimit(POSIX_RLIMIT_NOFILE, 64, posix_getrlimit()['hard openfiles'] === 'unlimited' ? -1 : posix_getrlimit()['hard openfiles']);
    $hoard = [];
    while ($one = @fopen('/dev/null', 'r')) $hoard[] = $one;
    $count = count($hoard);
    fclose($ours);
    fclose($theirs);
    while ($one = @fopen('/dev/null', 'r')) $hoard[] = $one;
    exit(count($hoard) - $count); // both are free again
});
var_dump(ended($child));
fwrite($ours, "after\n");
fwrite($theirs, "back\n");
echo fgets($theirs), fgets($ours);
?>
--EXPECT--
before
int(2)
after
back
