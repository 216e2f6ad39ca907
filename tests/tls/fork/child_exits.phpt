--TEST--
TLS: a forked child that exits, or closes its copy, does not end the parent's TLS
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
foreach (['exit', 'close'] as $how) {
    [$theirs, $ours] = tls_pair();
    fwrite($ours, "before\n");
    echo fgets($theirs);
    $child = in_child(function () use ($ours, $theirs, $how) {
        if ($how === 'close') var_dump(fclose($ours), fclose($theirs));
    });
    var_dump(ended($child));
    fwrite($ours, "after\n");
    fwrite($theirs, "back\n");
    echo fgets($theirs), fgets($ours);
    var_dump(feof($ours), feof($theirs));
    fclose($ours); // properly
    stream_set_timeout($theirs, 20);
    var_dump(stream_get_contents($theirs), feof($theirs), error_get_last());
}
?>
--EXPECT--
before
int(0)
after
back
bool(false)
bool(false)
string(0) ""
bool(true)
NULL
before
bool(true)
bool(true)
int(0)
after
back
bool(false)
bool(false)
string(0) ""
bool(true)
NULL
