--TEST--
prefork.php: three reloads of children with tasks under load lose no request
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/prefork.inc';
$server = new Prefork('--workers=2', '--tasks');
$old = $server->children(2);
$load = start_load($server, 4);
for ($i = 0; $i < 3; ++$i) {
    $server->signal(SIGUSR1);
    $server->await('reloaded');
    $new = $server->children(2);
    foreach ($old as $child) $server->await("child $child has left with status 0");
    if (array_intersect($new, $old)) echo "not replaced\n";
    $old = $new;
    $server->signal(SIGUSR2); // also a signal while it waits
}
[$asked, $failed] = stop_load($load);
var_dump($asked >= 400, $failed, $server->stop());
?>
--EXPECT--
bool(true)
int(0)
int(0)
