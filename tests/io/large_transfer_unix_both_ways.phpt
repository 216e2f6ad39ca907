--TEST--
fread(), fwrite(): 24 MB each way through one unix connection arrive whole
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
[$a, $b] = connect_pair('unix://' . temp_path('large'));
$block = '';
for ($i = 0; $i < 4096; $i++) $block .= hash('sha256', "seed $i", true);
$data = str_repeat($block, 192);
$pid = in_child(function () use ($b) {
    // Reads all of it, then sends all of it back.
    $data = '';
    while (strlen($data) < 25165824 && ($part = fread($b, 65536)) !== '' && $part !== false) $data .= $part;
    fwrite($b, hash('sha256', $data) . "\n");
    fwrite($b, strrev($data));
});
fclose($b);
var_dump(fwrite($a, $data));
var_dump(trim(fgets($a)) === hash('sha256', $data));
$back = stream_get_contents($a);
var_dump(strlen($back), strrev($back) === $data, feof($a));
pcntl_waitpid($pid, $status);
?>
--EXPECT--
int(25165824)
bool(true)
int(25165824)
bool(true)
bool(true)
