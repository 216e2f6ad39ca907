--TEST--
cloexec: both ends of a stream_socket_pair() are closed on exec
--SKIPIF--
<?php if (!is_dir('/proc/self/fdinfo')) die('skip no /proc'); ?>
--FILE--
<?php
function sockets_kept_on_exec(): int
{
    $kept = 0;
    foreach (scandir('/proc/self/fd') as $fd) {
        if (!str_starts_with((string) @readlink("/proc/self/fd/$fd"), 'socket:')) continue;
        preg_match('/^flags:\s*(\d+)/m', file_get_contents("/proc/self/fdinfo/$fd"), $match);
        $kept += (octdec($match[1]) & 02000000) === 0;
    }
    return $kept;
}
$before = sockets_kept_on_exec();
$pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
var_dump(count($pair), sockets_kept_on_exec() - $before);
var_dump(fwrite($pair[0], "works\n"), fgets($pair[1]));
var_dump(@stream_socket_pair(-1, 1, 0));
?>
--EXPECT--
int(2)
int(0)
int(6)
string(6) "works
"
bool(false)
