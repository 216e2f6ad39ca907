--TEST--
ext/sockets in {main}, with no tasks, and beside one: what it returns, its errors and its time limits are stock's
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/socket_waits.inc';

function limited(Socket $socket, int $option): Socket
{
    socket_set_option($socket, SOL_SOCKET, $option, ['sec' => 0, 'usec' => 2000]);
    return $socket;
}

function look(): void
{
    [$a, $b] = socket_pair();
    limited($a, SO_RCVTIMEO);
    echo json_encode([socket_read($a, 10), socket_last_error($a), @socket_recv($a, $data, 10, 0), $data, socket_last_error($a)]), "\n";
    socket_write($b, "one\ntwo");
    echo json_encode([socket_read($a, 100, PHP_NORMAL_READ), socket_recv($a, $data, 2, MSG_PEEK), $data,
        socket_recv($a, $data, 9, MSG_WAITALL), $data]), "\n"; // as much as there is when the limit comes
    fill_socket($a);
    limited($a, SO_SNDTIMEO);
    echo json_encode([@socket_write($a, 'x'), socket_last_error($a)]), "\n";
    $waiting = socket_recv($b, $data, 100_000, 0);
    echo json_encode([$waiting > 0, ($sent = @socket_write($a, str_repeat('x', 10_000_000))) > 0 && $sent < 10_000_000]), "\n";
    socket_shutdown($a, 1);
    while (($last = socket_read($b, 100_000)) !== '' && $last !== false);
    var_dump($last);

    $listener = socket_create_listen(0);
    echo json_encode([@socket_accept(limited($listener, SO_RCVTIMEO)), socket_last_error()]), "\n";
    socket_getsockname($listener, $host, $port);
    socket_close($listener);
    $client = socket_create(AF_INET, SOCK_STREAM, 0);
    echo json_encode([@socket_connect($client, '127.0.0.1', $port), socket_last_error($client)]), "\n";
    echo json_encode([@socket_accept($client), @socket_read($client, 10), socket_last_error($client)]), "\n";
    socket_set_nonblock($b);
    [$c, $d] = socket_pair();
    socket_set_nonblock($c);
    echo json_encode([socket_read($c, 10), socket_last_error($c), @socket_recv($c, $data, 10, 0)]), "\n";
    $r = [$c, $d];
    $w = [$d, $c];
    $e = [$c];
    echo json_encode([socket_select($r, $w, $e, 0, 1000), count($r), count($w), count($e)]), "\n";
    $r = [$c];
    echo json_encode([socket_select($r, $none, $none, 0, 1000), count($r)]), "\n";
    [$x, $y] = [socket_create(AF_INET, SOCK_DGRAM, 0), socket_create(AF_INET, SOCK_DGRAM, 0)];
    socket_bind($x, '127.0.0.1', 0);
    socket_getsockname($x, $host, $port);
    echo json_encode([socket_sendto($y, 'data', 4, 0, '127.0.0.1', $port), socket_recvfrom($x, $data, 2, 0, $from, $from_port), $data,
        @socket_recvfrom(limited($x, SO_RCVTIMEO), $data, 2, 0, $from, $from_port)]), "\n";
}

look();
if (!function_exists('Uvstream\spawn')) exit;
$task = Uvstream\spawn(fn () => Uvstream\delay(60));
echo "-- beside a task\n";
look();
?>
--EXPECT--
[false,11,false,null,11]
["one\n",2,"tw",3,"two"]
[false,11]
[true,true]
string(0) ""
[false,11]
[false,111]
[false,false,107]
[false,11,false]
[2,0,2,0]
[0,0]
[4,2,"da",false]
-- beside a task
[false,11,false,null,11]
["one\n",2,"tw",3,"two"]
[false,11]
[true,true]
string(0) ""
[false,11]
[false,111]
[false,false,107]
[false,11,false]
[2,0,2,0]
[0,0]
[4,2,"da",false]
