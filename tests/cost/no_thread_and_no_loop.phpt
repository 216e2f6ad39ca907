--TEST--
with numeric addresses there is no thread, no loop, no further descriptor
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/task')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
function cost(): string
{
    return count(scandir('/proc/self/task')) . ' ' . count_descriptors();
}
$before = cost();
[$theirs, $ours, $server] = connect_pair();
fwrite($theirs, "a line\n");
fgets($ours);
stream_set_timeout($ours, 0, 20_000);
fread($ours, 1); // waits
@stream_socket_accept($server, 0.02); // waits
fill($ours);
stream_set_timeout($ours, 0, 20_000);
@fwrite($ours, 'more'); // waits
$udp = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$peer = stream_socket_client('udp://' . stream_socket_get_name($udp, false));
fwrite($peer, 'x');
stream_socket_recvfrom($udp, 1);
@stream_socket_client('tcp://[::1]:1');
unset($ours, $theirs, $server, $udp, $peer);
var_dump(cost() === $before);
?>
--EXPECT--
bool(true)
