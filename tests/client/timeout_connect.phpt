--TEST--
stream_socket_client(), fsockopen(): a server that does not answer is ETIMEDOUT after the timeout, not before
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip fills the queue the way Linux does'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
// A queue that is full: the kernel drops further SYNs without an answer.
[$server, $to] = listen_on('tcp://127.0.0.1:0', stream_context_create(['socket' => ['backlog' => 0]]));
$port = (int) substr(strrchr($to, ':'), 1);
for ($i = 0; $i < 3; $i++) {
    $fill[] = stream_socket_client($to, $errno, $errstr, 1, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
}
foreach ([
    fn(&$errno, &$errstr) => @stream_socket_client($to, $errno, $errstr, 0.2),
    fn(&$errno, &$errstr) => @fsockopen('127.0.0.1', $port, $errno, $errstr, 0.2),
] as $attempt) {
    $began = hrtime(true);
    $result = $attempt($errno, $errstr);
    var_dump($result, $errno === SOCKET_ETIMEDOUT, $errstr);
    $waited = (hrtime(true) - $began) / 1e9;
    var_dump($waited >= 0.198, $waited < 20);
}
?>
--EXPECT--
bool(false)
bool(true)
string(20) "Connection timed out"
bool(true)
bool(true)
bool(false)
bool(true)
string(20) "Connection timed out"
bool(true)
bool(true)
