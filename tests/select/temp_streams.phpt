--TEST--
select: php://temp and data: become files, and are ready
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = unix_pair();
$temp = fopen('php://temp', 'r+');
fwrite($temp, 'kept');
$large = fopen('php://temp/maxmemory:4', 'r+');
fwrite($large, 'more than four');
foreach ([$temp, $large, fopen('data:,abc', 'r'), tmpfile()] as $stream) {
    echo select_line([$stream, $a], [$stream], [$stream]), "\n", select_line(null, null, [$stream]), "\n";
}
rewind($temp);
var_dump(stream_get_contents($temp));
?>
--EXPECT--
2: [0] [0] []
0: null null []
2: [0] [0] []
0: null null []
2: [0] [0] []
0: null null []
2: [0] [0] []
0: null null []
string(4) "kept"
