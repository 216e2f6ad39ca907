--TEST--
select: files, folders and devices that cannot be polled are always ready, beside streams that wait
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip needs Linux'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = unix_pair();
$path = temp_path('file');
file_put_contents($path, 'content');
$end = fopen($path, 'r+');
fseek($end, 0, SEEK_END);
$streams = ['file' => fopen($path, 'r'), 'at its end' => $end, 'written only' => fopen($path, 'a'), 'folder' => fopen(__DIR__, 'r'),
    'null' => fopen('/dev/null', 'r+'), 'zero' => fopen('/dev/zero', 'r'), 'proc' => fopen('/proc/self/status', 'r')];
foreach ($streams as $name => $stream) {
    echo "$name: ", select_line(['a' => $a, 's' => $stream], [$stream], [$stream], null), "\n"; // no timeout: returns at once
    echo select_line([$stream]), ' ', select_line(null, ['s' => $stream]), ' ', select_line(null, null, [$stream]), "\n";
}
echo select_line($streams + ['a' => $a], null, null, 20), "\n";
fwrite($b, 'x');
echo select_line(['a' => $a] + $streams, ['a' => $a], ['a' => $a], 20), "\n";
foreach ($streams as $stream) fclose($stream);
echo select_line(['a' => $a], ['a' => $a]), "\n";
?>
--EXPECT--
file: 2: ["s"] [0] []
1: [0] null null 1: null ["s"] null 0: null null []
at its end: 2: ["s"] [0] []
1: [0] null null 1: null ["s"] null 0: null null []
written only: 2: ["s"] [0] []
1: [0] null null 1: null ["s"] null 0: null null []
folder: 2: ["s"] [0] []
1: [0] null null 1: null ["s"] null 0: null null []
null: 2: ["s"] [0] []
1: [0] null null 1: null ["s"] null 0: null null []
zero: 2: ["s"] [0] []
1: [0] null null 1: null ["s"] null 0: null null []
proc: 2: ["s"] [0] []
1: [0] null null 1: null ["s"] null 0: null null []
7: ["file","at its end","written only","folder","null","zero","proc"] null null
9: ["a","file","at its end","written only","folder","null","zero","proc"] ["a"] []
2: ["a"] ["a"] null
