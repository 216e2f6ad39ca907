--TEST--
stream_socket_pair(): label, waits, timeouts, ends
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
foreach ([STREAM_SOCK_STREAM, STREAM_SOCK_DGRAM] as $type) {
    [$a, $b] = stream_socket_pair(STREAM_PF_UNIX, $type, 0);
    var_dump(stream_get_meta_data($a)['stream_type']);
    stream_set_timeout($a, 0, 20_000);
    var_dump(fread($a, 10), stream_get_meta_data($a)['timed_out']);
    stream_set_timeout($a, 20);
    $us = getmypid();
    $child = in_child(function () use ($us, $b) {
        await_sleep($us);
        fwrite($b, "one\n");
        await_sleep($us);
        fwrite($b, "two\n");
        await_sleep($us);
    });
    var_dump(fgets($a));
    echo select_line([$a], null, null, null), "\n";
    var_dump(fread($a, 10), stream_get_meta_data($a)['timed_out']);
    fclose($b);
    if ($type === STREAM_SOCK_STREAM) var_dump(fread($a, 10), feof($a)); // the child's end
    ended($child);
}
?>
--EXPECT--
string(14) "generic_socket"
bool(false)
bool(true)
string(4) "one
"
1: [0] null null
string(4) "two
"
bool(false)
string(0) ""
bool(true)
string(14) "generic_socket"
bool(false)
bool(true)
string(4) "one
"
1: [0] null null
string(4) "two
"
bool(false)
