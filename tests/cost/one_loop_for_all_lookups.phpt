--TEST--
look-ups make one loop, however many there are, and leave no thread behind
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/task')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/children.inc';
fclose(stream_socket_server('tcp://localhost:0'));
$descriptors = count_descriptors();
for ($i = 0; $i < 50; ++$i) fclose(stream_socket_server('tcp://localhost:0'));
await_threads(1);
var_dump(count_descriptors() - $descriptors);
?>
--EXPECT--
int(0)
