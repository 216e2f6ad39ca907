--TEST--
select: a descriptor and its duplicates, closed in any order
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$a, $peer, $server] = connect_pair();
[$b, $fd] = with_descriptor(fn () => stream_socket_client('tcp://' . stream_socket_get_name($server, false)));
$b_peer = stream_socket_accept($server);
$copies = [];
for ($i = 0; $i < 3; ++$i) $copies["copy $i"] = fopen("php://fd/$fd", 'r+');
$all = ['b' => $b] + $copies;
echo select_line($all, $all), "\n";
fwrite($b_peer, 'x');
wait_readable($b);
echo select_line($all), "\n";
fclose($b); // the duplicates keep the connection
unset($all['b']);
echo select_line($all), ' ', select_line(['copy 2' => $copies['copy 2']], ['copy 2' => $copies['copy 2']]), "\n";
fread($copies['copy 1'], 1);
echo select_line($all), "\n";
// The number is used again, while a duplicate of its former connection gets data
[$new, $new_fd] = with_descriptor(fn () => stream_socket_client('tcp://' . stream_socket_get_name($server, false)));
$new_peer = stream_socket_accept($server);
var_dump($new_fd === $fd);
fwrite($b_peer, 'to the duplicates');
wait_readable($copies['copy 0']);
echo select_line(['new' => $new]), ' ', select_line($all + ['new' => $new]), "\n";
fwrite($new_peer, 'to the new one');
echo select_line(['new' => $new], null, null, 20), ' ', select_line($all + ['new' => $new]), "\n";
foreach ($copies as $copy) fclose($copy);
wait_readable($b_peer);
var_dump(fread($b_peer, 1));
echo select_line(['new' => $new]), "\n";
?>
--EXPECT--
4: [] ["b","copy 0","copy 1","copy 2"] null
4: ["b","copy 0","copy 1","copy 2"] null null
3: ["copy 0","copy 1","copy 2"] null null 2: ["copy 2"] ["copy 2"] null
0: [] null null
bool(true)
0: [] null null 3: ["copy 0","copy 1","copy 2"] null null
1: ["new"] null null 4: ["copy 0","copy 1","copy 2","new"] null null
bool(false)
1: ["new"] null null
