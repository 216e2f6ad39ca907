--TEST--
stream_socket_client(): null as timeout is default_socket_timeout; timeout 0 still connects where no wait is needed
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip fills the queue the way Linux does'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on('unix://' . temp_path('timeout'));
var_dump(is_resource($c = stream_socket_client($to, $errno, $errstr, 0)), $errno);
[$full, $to] = listen_on('tcp://127.0.0.1:0', stream_context_create(['socket' => ['backlog' => 0]]));
for ($i = 0; $i < 3; $i++) {
    $fill[] = stream_socket_client($to, $errno, $errstr, 1, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
}
ini_set('default_socket_timeout', '1');
foreach ([[], [null]] as $timeout) {
    $began = hrtime(true);
    var_dump(@stream_socket_client($to, $errno, $errstr, ...$timeout), $errstr);
    var_dump((hrtime(true) - $began) / 1e9 >= 0.99);
}
?>
--EXPECT--
bool(true)
int(0)
bool(false)
string(20) "Connection timed out"
bool(true)
bool(false)
string(20) "Connection timed out"
bool(true)
