--TEST--
a script without sockets has no thread and no loop
--SKIPIF--
<?php if (!is_dir('/proc/self/task')) die('skip needs /proc'); ?>
--FILE--
<?php
echo count(scandir('/proc/self/task')) - 2, "\n";
foreach (scandir('/proc/self/fd') as $fd) {
    if (str_contains((string) @readlink("/proc/self/fd/$fd"), 'anon_inode')) echo "loop\n";
}
?>
--EXPECT--
1
