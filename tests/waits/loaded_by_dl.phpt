--TEST--
calls of an extension that dl() loads park as well
--SKIPIF--
<?php
$command = [PHP_BINARY, '-n', '-r', 'exit(extension_loaded("sysvsem") || PHP_ZTS || !@dl("sysvsem") ? 1 : 0);'];
if (proc_close(proc_open($command, [1 => ['file', '/dev/null', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes)) !== 0) die('skip no shared sysvsem');
?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$code = <<<'CODE'
    if (!extension_loaded('sysvsem')) dl('sysvsem');
    require $argv[1];
    Uvstream\run(function () {
        $held = sem_get($key = ftok(__DIR__, 'w') ^ getmypid());
        $wanted = sem_get($key);
        sem_acquire($held);
        $task = parked(fn () => sem_acquire($wanted));
        echo place_of($task), ': ';
        sem_release($held);
        var_dump($task->await());
        sem_remove($held);
    });
    CODE;
passthru(implode(' ', array_map('escapeshellarg', [...php_command($code), '--', __DIR__ . '/../inc/parked.inc'])));
?>
--EXPECT--
sem_acquire: bool(true)
