--TEST--
names that do not exist leave no memory and no descriptor
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
$fail = function (int $count): array {
    for ($i = 0; $i < $count; ++$i) @stream_socket_client('tcp://..:80', $code, $text, 5);
    return [memory_get_usage(), count_descriptors()];
};
$fail(10);
[$memory, $count] = $fail(10);
[$memory_after, $count_after] = $fail(300);
var_dump($memory_after - $memory < 1000, $count_after - $count);
?>
--EXPECT--
bool(true)
int(0)
