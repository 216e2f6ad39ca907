--TEST--
look-ups make one loop and one pool of threads, however many there are
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/task')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
fclose(stream_socket_server('tcp://localhost:0'));
$threads = count(scandir('/proc/self/task'));
$descriptors = descriptors();
for ($i = 0; $i < 50; ++$i) fclose(stream_socket_server('tcp://localhost:0'));
var_dump(count(scandir('/proc/self/task')) - $threads, descriptors() - $descriptors);
?>
--EXPECT--
int(0)
int(0)
