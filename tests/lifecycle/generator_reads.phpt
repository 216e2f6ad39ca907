--TEST--
a generator reads lines, and is destroyed half way
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
function lines($stream)
{
    try {
        while (($line = fgets($stream)) !== false) yield $line;
    } finally {
        fclose($stream);
        echo "closed\n";
    }
}
[$theirs, $ours] = connect_pair();
fwrite($theirs, "one\ntwo\nthree\n");
foreach (lines($ours) as $line) {
    echo $line;
    if ($line === "two\n") break;
}
var_dump(is_resource($ours));
?>
--EXPECT--
one
two
closed
bool(false)
