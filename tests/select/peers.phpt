--TEST--
select: half-closed, closed, reset and refused peers, again and again
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
$count = 0;
$turn = fn ($stream) => select_line(['s' => $stream], ['s' => $stream], ['s' => $stream]) . "\n";
foreach (['tcp' => fn () => connect_pair(), 'unix' => function () use (&$count) { return connect_pair('unix://' . temp_path('peers' . ++$count)); }, 'pair' => 'unix_pair'] as
    $name => $make) {
    echo "$name\n";
    [$a, $b, $server] = $make() + [2 => null];
    // The peer sends no more
    stream_socket_shutdown($a, STREAM_SHUT_WR);
    wait_readable($b);
    echo 'half-closed ', $turn($b), $turn($b);
    var_dump(fread($b, 10), feof($b));
    echo 'end read ', $turn($b);
    fwrite($b, 'answer');
    wait_readable($a);
    echo 'its own end ', $turn($a);
    fread($a, 10);
    echo 'all read ', $turn($a);
    stream_socket_shutdown($a, STREAM_SHUT_RD);
    echo 'shut both ways ', $turn($a), $turn($a);
    // The peer is gone
    [$a, $b] = $make();
    fwrite($a, 'last words');
    fclose($a);
    wait_readable($b);
    echo 'gone ', $turn($b);
    fread($b, 100);
    echo 'gone, all read ', $turn($b), $turn($b);
    // The peer has gone with bytes unread
    [$a, $b] = $make();
    fwrite($b, 'never read');
    wait_readable($a);
    fclose($a);
    wait_readable($b);
    echo 'reset ', $turn($b), $turn($b);
    @fread($b, 10);
    echo 'error read ', $turn($b);
    if ($server) {
        echo 'listener ', $turn($server);
        $late = stream_socket_client($name === 'unix' ? 'unix://' . stream_socket_get_name($server, false)
            : 'tcp://' . stream_socket_get_name($server, false));
        wait_readable($server);
        echo 'connection waits ', $turn($server), $turn($server);
        fclose($late);
        echo 'and has gone ', $turn($server);
        fclose(stream_socket_accept($server, 0));
        echo 'accepted ', $turn($server);
    }
}
$refused = stream_socket_client('tcp://127.0.0.1:' . closed_port(), $code, $text, 0, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
echo select_line(null, [$refused], null, 20), "\n", 'refused ', $turn($refused), $turn($refused);
var_dump(socket_get_option(socket_import_stream($refused), SOL_SOCKET, SO_ERROR));
echo 'error read ', $turn($refused);
// A socket that was never connected
$udp = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
echo 'udp ', $turn($udp);
$bound = stream_socket_server('tcp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
echo 'bound ', $turn($bound);
?>
--EXPECT--
tcp
half-closed 2: ["s"] ["s"] []
2: ["s"] ["s"] []
string(0) ""
bool(true)
end read 2: ["s"] ["s"] []
its own end 2: ["s"] ["s"] []
all read 1: [] ["s"] []
shut both ways 2: ["s"] ["s"] []
2: ["s"] ["s"] []
gone 2: ["s"] ["s"] []
gone, all read 2: ["s"] ["s"] []
2: ["s"] ["s"] []
reset 2: ["s"] ["s"] []
2: ["s"] ["s"] []
error read 2: ["s"] ["s"] []
listener 0: [] [] []
connection waits 1: ["s"] [] []
1: ["s"] [] []
and has gone 1: ["s"] [] []
accepted 0: [] [] []
unix
half-closed 2: ["s"] ["s"] []
2: ["s"] ["s"] []
string(0) ""
bool(true)
end read 2: ["s"] ["s"] []
its own end 2: ["s"] ["s"] []
all read 1: [] ["s"] []
shut both ways 2: ["s"] ["s"] []
2: ["s"] ["s"] []
gone 2: ["s"] ["s"] []
gone, all read 2: ["s"] ["s"] []
2: ["s"] ["s"] []
reset 2: ["s"] ["s"] []
2: ["s"] ["s"] []
error read 2: ["s"] ["s"] []
listener 0: [] [] []
connection waits 1: ["s"] [] []
1: ["s"] [] []
and has gone 1: ["s"] [] []
accepted 0: [] [] []
pair
half-closed 2: ["s"] ["s"] []
2: ["s"] ["s"] []
string(0) ""
bool(true)
end read 2: ["s"] ["s"] []
its own end 2: ["s"] ["s"] []
all read 1: [] ["s"] []
shut both ways 2: ["s"] ["s"] []
2: ["s"] ["s"] []
gone 2: ["s"] ["s"] []
gone, all read 2: ["s"] ["s"] []
2: ["s"] ["s"] []
reset 2: ["s"] ["s"] []
2: ["s"] ["s"] []
error read 2: ["s"] ["s"] []
1: null [0] null
refused 2: ["s"] ["s"] []
2: ["s"] ["s"] []
int(111)
error read 2: ["s"] ["s"] []
udp 1: [] ["s"] []
bound 2: ["s"] ["s"] []
