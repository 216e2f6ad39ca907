--TEST--
prefork.php: children whose master was killed finish and leave, and the port is free
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/prefork.inc';
$server = new Prefork('--workers=2', '--grace=0');
$children = $server->children(2);
$client = $server->connect();
fwrite($client, "GET / HTTP/1.1\r\n");
$server->signal(SIGKILL);
foreach ($children as $child) $server->await("$child: stops accepting");
fwrite($client, "\r\n");
var_dump(response($client)['status']);
fclose($client);
foreach ($children as $child) $server->await("$child: leaves");
$probe = null;
for ($end = hrtime(true) + 20e9; !$probe && hrtime(true) < $end; usleep(1000)) $probe = @stream_socket_server($server->address);
var_dump(is_resource($probe));
?>
--EXPECT--
string(15) "HTTP/1.1 200 OK"
bool(true)
