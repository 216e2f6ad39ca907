--TEST--
children of a parent that has used a loop and closed its standard input: neither libuv nor we take the number, at any depth
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://localhost:0');
fclose(STDIN);
function down(int $depth): void
{
    $child = in_child(function () use ($depth) {
        echo "depth $depth: ", file_exists('/proc/' . getmypid() . '/fd/0') ? "taken\n" : "free\n";
        if ($depth < 3) down($depth + 1);
        if ($depth === 3) fclose(stream_socket_server('tcp://localhost:0'));
    });
    $end = ended($child);
    echo "depth $depth: ended with $end\n";
}
down(1);
?>
--EXPECT--
depth 1: free
depth 2: free
depth 3: free
depth 3: ended with 0
depth 2: ended with 0
depth 1: ended with 0
