--TEST--
names are looked up at once where there is no room for a thread's stack (ulimit -v)
--EXTENSIONS--
posix
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip needs Linux');
if (getenv('ASAN_OPTIONS') !== false) die('skip the sanitizer needs more room than there is');
?>
--FILE--
<?php
$room = fn () => preg_match('/^VmSize:\s+(\d+)/m', file_get_contents('/proc/self/status'), $found) ? (int) $found[1] * 1024 : 0;
$limit = $room() + 6 * 1024 * 1024; // a stack takes eight
posix_setrlimit(POSIX_RLIMIT_AS, $limit, $limit);
for ($i = 0; $i < 3; ++$i) var_dump(is_resource(stream_socket_server('tcp://localhost:0')));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
