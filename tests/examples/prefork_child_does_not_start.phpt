--TEST--
prefork.php: a reload to code that does not load is given up, and the old children stay
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/prefork.inc';
$app = tempnam(sys_get_temp_dir(), 'uvstream-app-');
register_shutdown_function(fn () => @unlink($app));
file_put_contents($app, '<?php return fn () => [200, "old"];');
$server = new Prefork('--workers=2', "--app=$app");
$server->children(2);
$client = $server->connect();
echo ask($client)['body'], "\n";
file_put_contents($app, '<?php exit(3);');
$server->signal(SIGUSR1);
$server->await('did not start');
$server->await('reload given up');
echo ask($client)['body'], "\n";
file_put_contents($app, '<?php return fn () => [200, "new"];');
$server->signal(SIGUSR1);
$server->await('reloaded');
$response = ask($client);
echo $response['body'], $response['close'] ? ", closes\n" : "\n";
$server->await('has left with status 0'); // until then the old ones may take a connection
$server->await('has left with status 0');
echo ask($server->connect(), '/', "Connection: close\r\n")['body'], "\n";
var_dump($server->stop());
?>
--EXPECT--
old
old
old, closes
new
int(0)
