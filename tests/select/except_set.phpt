--TEST--
select: the except set tells of urgent data, until it was read
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
$turn = fn (?int $seconds = 0) => select_line(['b' => $b], ['b' => $b], ['b' => $b], $seconds) . "\n";
fwrite($a, 'normal');
wait_readable($b);
echo $turn(), select_line(null, null, [$b]), "\n";
stream_socket_sendto($a, '!', STREAM_OOB);
echo select_line(null, null, ['b' => $b], 20), "\n", $turn(), $turn(); // again and again
var_dump(stream_socket_recvfrom($b, 1, STREAM_OOB));
echo $turn(), select_line(null, null, [$b]), "\n";
var_dump(fread($b, 100));
echo $turn();
// Urgent data that nobody has read is still told after the peer's end
stream_socket_sendto($a, '?', STREAM_OOB);
fclose($a);
wait_readable($b);
echo select_line(null, null, ['b' => $b], 20), "\n", $turn(), $turn();
// Neither the end nor a reset is exceptional
[$a, $b] = connect_pair();
fclose($a);
wait_readable($b);
echo $turn(), select_line(null, null, [$b]), "\n";
[$a, $b] = connect_pair();
fwrite($b, 'unread');
wait_readable($a);
fclose($a);
wait_readable($b);
echo $turn(), select_line(null, null, [$b]), "\n";
?>
--EXPECT--
2: ["b"] ["b"] []
0: null null []
1: null null ["b"]
3: ["b"] ["b"] ["b"]
3: ["b"] ["b"] ["b"]
string(1) "!"
2: ["b"] ["b"] []
0: null null []
string(6) "normal"
1: [] ["b"] []
1: null null ["b"]
3: ["b"] ["b"] ["b"]
3: ["b"] ["b"] ["b"]
3: ["b"] ["b"] ["b"]
0: null null []
3: ["b"] ["b"] ["b"]
0: null null []
