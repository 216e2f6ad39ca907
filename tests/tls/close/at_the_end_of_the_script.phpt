--TEST--
TLS: a script that ends, by exit() or not, closes a connection with a full buffer in its timeout
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
foreach (['end', 'exit', 'fatal'] as $how) {
    [$theirs, $ours] = tls_full_pair();
    stream_set_timeout($ours, 0, 300_000);
    $end = function () use ($ours, $how) {
        stream_set_blocking($ours, false);
        fread($ours, 1); // from now on it is the child's
        stream_set_blocking($ours, true);
        $GLOBALS['kept'] = $ours;
        if ($how === 'exit') exit(4);
        if ($how === 'fatal') { ini_set('display_errors', 0); @trigger_error('fatal', E_USER_ERROR); }
    };
    echo "$how: ", timed(fn () => ended(in_child($end)), 0.299), "\n";
}
?>
--EXPECT--
end: in time
0
exit: in time
4
fatal: in time
255
