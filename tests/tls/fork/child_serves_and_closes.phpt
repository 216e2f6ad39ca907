--TEST--
TLS: a forked child that has used the connection ends TLS when it closes it, though its parent has its copy; one that has not does not
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
foreach (['write', 'read'] as $what) {
    [$theirs, $ours] = tls_pair();
    ended(in_child(function () {})); // has not used it
    fwrite($theirs, "for the child\n");
    $child = in_child(function () use ($ours, $what) {
        if ($what === 'write') fwrite($ours, "from the child\n"); else echo fgets($ours);
        fclose($ours);
    });
    if ($what === 'write') echo fgets($theirs);
    stream_set_timeout($theirs, 20);
    var_dump(fread($theirs, 100), feof($theirs), stream_get_meta_data($theirs)['timed_out']);
    var_dump(ended($child));
}
?>
--EXPECT--
from the child
string(0) ""
bool(true)
bool(false)
int(0)
for the child
string(0) ""
bool(true)
bool(false)
int(0)
