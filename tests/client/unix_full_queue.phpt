--TEST--
a unix connect to a full queue waits for room within its timeout; without time it fails as the system says
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip Linux only'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/temp_path.inc';
$address = 'unix://' . temp_path('full-queue');
$server = stream_socket_server($address, $code, $text, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN,
    stream_context_create(['socket' => ['backlog' => 1]]));
$held = [];
$connect = fn (float $timeout, int $flags = STREAM_CLIENT_CONNECT) => [
    @stream_socket_client($address, $code, $text, $timeout, $flags) ?: false, $code, $text];
while ($client = $connect(0)[0]) $held[] = $client;
echo json_encode($connect(0)), "\n";
echo json_encode($connect(0, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT)), "\n";
echo json_encode($connect(0.05)), "\n";
$us = getmypid();
$child = in_child(function () use ($us, $server) {
    await_sleep($us);
    stream_socket_accept($server, 20);
    vanish();
});
[$client] = $connect(20);
ended($child);
var_dump(is_resource($client));
?>
--EXPECT--
[false,11,"Resource temporarily unavailable"]
[false,11,"Resource temporarily unavailable"]
[false,110,"Connection timed out"]
bool(true)
