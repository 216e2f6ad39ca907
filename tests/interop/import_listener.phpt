--TEST--
socket_import_stream(): a listener blocks for ext/sockets as its stream says; options reach its connections
--EXTENSIONS--
sockets
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('import')] as $uri) {
    [$server, $to] = listen_on($uri);
    $socket = socket_import_stream($server);
    var_dump($socket instanceof Socket);
    if ($uri[0] === 't') {
        var_dump(socket_set_option($socket, SOL_SOCKET, SO_KEEPALIVE, 1), socket_set_option($socket, SOL_TCP, TCP_NODELAY, 1));
    }
    $pid = in_child(function () use ($to) {
        usleep(150000);
        fwrite($client = stream_socket_client($to), "late\n");
        fwrite($second = stream_socket_client($to), "second\n");
        fgets($client);
    });
    $conn = socket_accept($socket); // waits: EAGAIN would be a warning and false
    var_dump($conn instanceof Socket, socket_read($conn, 5));
    // The stream goes on as well
    $second = stream_socket_accept($server, 10);
    var_dump(fgets($second));
    if ($uri[0] === 't') {
        $imported = socket_import_stream($second);
        var_dump(socket_get_option($imported, SOL_SOCKET, SO_KEEPALIVE), socket_get_option($imported, SOL_TCP, TCP_NODELAY));
    }
    socket_close($conn);
    pcntl_waitpid($pid, $status);
    var_dump(@stream_socket_accept($server, 0));
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
string(5) "late
"
string(7) "second
"
int(1)
int(1)
bool(false)
bool(true)
bool(true)
string(5) "late
"
string(7) "second
"
bool(false)
