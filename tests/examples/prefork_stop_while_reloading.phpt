--TEST--
prefork.php: SIGTERM in the middle of a reload stops everything, old and new
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
// The second generation's first child stops itself while it starts: the reload is under way, for sure.
file_put_contents($app, '<?php return fn () => [200, "old"];');
$server = new Prefork('--workers=3', '--grace=0', "--app=$app");
$old = $server->children(3);
file_put_contents($app, '<?php say("starts"); posix_kill(getmypid(), SIGSTOP); return fn () => [200, "new"];');
$server->signal(SIGUSR1);
$starting = (int) $server->await('(\d+): starts')[1];
while (!preg_match('~\) T ~', file_get_contents("/proc/$starting/stat"))) usleep(1000);
$server->signal(SIGTERM);
posix_kill($starting, SIGCONT);
$server->await("child $starting serves");
foreach ([...$old, $starting] as $child) $server->await("child $child has left with status 0");
var_dump($server->ended());
foreach ($server->lines as $line) if (str_contains($line, 'starts') || str_contains($line, 'reloaded')) echo $line;
foreach ([...$old, $starting] as $child) if (posix_kill($child, 0)) echo "still there\n";
?>
--EXPECT--
int(0)
