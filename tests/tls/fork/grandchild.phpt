--TEST--
TLS over two forks: who has used the connection last ends it
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
$child = in_child(function () use ($ours) {
    fwrite($ours, "child\n");
    $grandchild = in_child(function () use ($ours) {}); // exits, not having used it
    if (ended($grandchild) !== 0) exit(1);
    fwrite($ours, "child again\n");
});
echo fgets($theirs), fgets($theirs);
stream_set_timeout($theirs, 20);
var_dump(fread($theirs, 10), feof($theirs), ended($child));
?>
--EXPECT--
child
child again
string(0) ""
bool(true)
int(0)
