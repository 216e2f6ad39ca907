--TEST--
stream_socket_accept(): the connection's descriptor is in blocking mode, also from a non-blocking listener
--SKIPIF--
<?php if (!is_dir('/proc/self/fdinfo')) die('skip no /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
// Socket => the O_NONBLOCK flag of its descriptor
function modes(): array
{
    $modes = [];
    foreach (scandir('/proc/self/fd') as $fd) {
        $target = (string) @readlink("/proc/self/fd/$fd");
        if (strpos($target, 'socket:') !== 0) continue;
        preg_match('/^flags:\s+(\d+)/m', file_get_contents("/proc/self/fdinfo/$fd"), $found);
        $modes[$target] = octdec($found[1]) & 04000 ? 'non-blocking' : 'blocking';
    }
    return $modes;
}
[$server, $to] = listen_on();
stream_set_blocking($server, false);
$client = stream_socket_client($to);
$before = modes();
$conn = stream_socket_accept($server, 10);
echo implode(', ', array_diff_key(modes(), $before)), "\n";
$before = modes();
$client = stream_socket_client($to);
echo implode(', ', array_diff_key(modes(), $before)), "\n";
?>
--EXPECT--
blocking
blocking
