--TEST--
a script without sockets has no thread and no loop
--SKIPIF--
<?php if (!is_dir('/proc/self/task')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
echo count(scandir('/proc/self/task')) - 2, "\n";
foreach (open_descriptors() as $what) if (str_contains($what, 'anon_inode')) echo "loop\n";
?>
--EXPECT--
1
