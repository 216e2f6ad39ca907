--TEST--
prefork.php: SIGTERM lets requests under way finish, ends all processes and frees the port, with a listener for each child
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/prefork.inc';
$server = new Prefork('--workers=2', '--grace=1', '--reuseport');
$children = $server->children(2);
// In the middle of a request, in the middle of the second of two, idle after one.
$clients = [$server->connect(), $server->connect(), $server->connect()];
fwrite($clients[0], "GET / HTTP/1.1\r\n");
fwrite($clients[1], "GET / HTTP/1.1\r\n\r\nGET");
response($clients[1]);
ask($clients[2]);
$server->signal(SIGTERM);
foreach ($children as $child) $server->await("$child: stops accepting");
fwrite($clients[0], "\r\n");
fwrite($clients[1], " / HTTP/1.1\r\n\r\n");
for ($i = 0; $i < 2; ++$i) {
    $response = response($clients[$i]);
    var_dump($response['status'], $response['close'], fread($clients[$i], 1));
    fclose($clients[$i]);
}
var_dump(fread($clients[2], 1), feof($clients[2]), $server->ended());
foreach ($children as $child) if (posix_kill($child, 0)) echo "still there\n";
var_dump(is_resource(stream_socket_server($server->address)));
?>
--EXPECT--
string(15) "HTTP/1.1 200 OK"
bool(true)
string(0) ""
string(15) "HTTP/1.1 200 OK"
bool(true)
string(0) ""
string(0) ""
bool(true)
int(0)
bool(true)
