--TEST--
udg: datagrams keep their borders and order; a full queue blocks the sender or says so
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
show_errors();
$server = stream_socket_server('udg://' . ($path = temp_path('order')), $errno, $errstr, STREAM_SERVER_BIND);
$pid = in_child(function () use ($path) {
    $client = stream_socket_client("udg://$path");
    for ($i = 0; $i < 2000; $i++) {
        if ($i % 2) fwrite($client, "datagram $i"); else stream_socket_sendto($client, "datagram $i");
    }
});
$wrong = 0;
for ($i = 0; $i < 2000; $i++) {
    $got = $i % 3 ? stream_socket_recvfrom($server, 100) : fread($server, 100);
    if ($got !== "datagram $i") $wrong++;
}
var_dump($wrong);
pcntl_waitpid($pid, $status);
$client = stream_socket_client("udg://$path");
stream_set_blocking($client, false);
for ($n = 0; ($sent = fwrite($client, 'x')) === 1; $n++);
var_dump($n > 0, $sent);
?>
--EXPECT--
int(0)
bool(true)
int(0)
