--TEST--
backlog: as many connections as the context says wait in the queue; without it as many as the system allows
--EXTENSIONS--
sockets
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip the queue\'s length is in tcp_info');
if (!shell_exec('command -v ss')) die('skip no ss');
?>
--FILE--
<?php
$limit = (int) (@file_get_contents('/proc/sys/net/core/somaxconn') ?: 4096);
function backlog_of($server): int
{
    $port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
    // State, bytes in the queue, length of the queue, …
    return (int) preg_split('/\s+/', trim(shell_exec("ss -Hltn 'sport = :$port'")))[2];
}
var_dump(backlog_of(stream_socket_server('tcp://127.0.0.1:0')) === $limit);
foreach ([1, 7, '9', 0, PHP_INT_MAX] as $backlog) {
    $context = stream_context_create(['socket' => ['backlog' => $backlog]]);
    $server = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 12, $context);
    echo json_encode($backlog), ' ', ($length = backlog_of($server)) === $limit ? 'limit' : $length, "\n";
    fclose($server);
}
?>
--EXPECTF--
bool(true)
1 1
7 7
"9" 9
0 0
%d limit
