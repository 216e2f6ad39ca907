--TEST--
a listener that another program inherits is as PHP's own would be: it blocks, so its accept() waits
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/children.inc';
// A program that is given a listener as descriptor N.
$program = ['perl', '-e', 'use Fcntl; open(my $s, "+<&=", $ARGV[0]) or die "$!\n";
    print fcntl($s, F_GETFL, 0) & O_NONBLOCK ? "does not block\n" : "blocks\n";'];
$context = stream_context_create(['uvstream' => ['cloexec' => false]]);
$show = function (string $how, int $fd, $server) use ($program) {
    echo "$how: ";
    switch ($how) {
        case 'exec': echo exec(implode(' ', array_map('escapeshellarg', [...$program, $fd]))), "\n"; break;
        case 'proc_open': proc_close(proc_open([...$program, $fd], [], $pipes)); break;
        case 'proc_open that names it': proc_close(proc_open([...$program, 3], [3 => $server], $pipes)); break;
        case 'pcntl_exec': ended(in_child(fn () => pcntl_exec('/usr/bin/env', [...$program, $fd]))); break;
    }
};
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('handed-over')] as $address) {
    [$server, $fd] = with_descriptor(fn () => stream_socket_server($address, $code, $text,
        STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context));
    var_dump(@stream_socket_accept($server, 0));
    foreach (['exec', 'proc_open', 'pcntl_exec', 'proc_open that names it'] as $how) $show($how, $fd, $server);
    $client = stream_socket_client(strstr($address, '://', true) . '://' . stream_socket_get_name($server, false));
    var_dump(is_resource(stream_socket_accept($server, 20)), @stream_socket_accept($server, 0.01));
}
?>
--EXPECT--
bool(false)
exec: blocks
proc_open: blocks
pcntl_exec: blocks
proc_open that names it: blocks
bool(true)
bool(false)
bool(false)
exec: blocks
proc_open: blocks
pcntl_exec: blocks
proc_open that names it: blocks
bool(true)
bool(false)
