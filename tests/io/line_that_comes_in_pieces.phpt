--TEST--
fgets(), stream_get_line(), stream_get_contents() wait for the rest of what comes in pieces
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
[$a, $b] = connect_pair();
$pid = in_child(function () use ($a) {
    foreach (["in ", "three ", "pieces\n", "up to|", "the ", "end"] as $piece) {
        fwrite($a, $piece);
        usleep(20000);
    }
});
fclose($a);
var_dump(fgets($b), stream_get_line($b, 100, '|'), stream_get_contents($b), feof($b));
pcntl_waitpid($pid, $status);
?>
--EXPECT--
string(16) "in three pieces
"
string(5) "up to"
string(7) "the end"
bool(true)
