--TEST--
prefork.php: a child that is killed is replaced, and connections in its listener's queue are served, with a listener for each child
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/prefork.inc';
$server = new Prefork('--workers=2', '--app=' . __DIR__ . '/prefork_app.inc', '--reuseport');
$children = $server->children(2);
foreach ($children as $child) posix_kill($child, SIGSTOP);
$clients = [];
for ($i = 0; $i < 20; ++$i) {
    $clients[] = $client = $server->connect();
    fwrite($client, "GET /pid HTTP/1.1\r\nConnection: close\r\n\r\n");
}
foreach ($children as $child) posix_kill($child, SIGKILL);
foreach ($children as $child) $server->await("child $child has died of signal 9");
$new = $server->children(2);
foreach ($clients as $client) {
    if (!in_array((int) response($client)['body'], $new, true)) echo "lost\n";
}
// A child that is told to leave, not by its master, is replaced as well.
posix_kill($new[0], SIGTERM);
$server->await("child $new[0] has left with status 0");
$server->children(1);
var_dump(ask($server->connect(), '/', "Connection: close\r\n")['status'], $server->stop());
?>
--EXPECT--
string(15) "HTTP/1.1 200 OK"
int(0)
