--TEST--
a fiber that is away in the error handler of a write when a fatal error ends the request: its stream is closed with it
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$router = tempnam(sys_get_temp_dir(), 'uvs');
file_put_contents($router, <<<'PHP'
<?php
ini_set('display_errors', 0);
ini_set('log_errors', 0);
echo count(scandir('/proc/' . getmypid() . '/fd'));
if ($_SERVER['REQUEST_URI'] === '/count') return;
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
stream_socket_shutdown($a, STREAM_SHUT_WR);
$fiber = new Fiber(function () use ($a) {
    set_error_handler(function () { Fiber::suspend(); return true; });
    fwrite($a, 'x');
});
$fiber->start();
restore_error_handler();
if ($_SERVER['REQUEST_URI'] === '/closed') fclose($a);
if ($_SERVER['REQUEST_URI'] !== '/end') @trigger_error('fatal', E_USER_ERROR);
PHP);
[$process, $port] = child_server($router);
$context = stream_context_create(['http' => ['ignore_errors' => true]]);
$get = fn ($path) => (int) file_get_contents("http://127.0.0.1:$port/$path", false, $context);
$get('count');
$before = $get('count');
foreach (['fatal', 'closed', 'end'] as $path) {
    $get($path);
    echo $path, ': ', $get('count') - $before, "\n";
}
proc_terminate($process);
unlink($router);
?>
--EXPECT--
fatal: 0
closed: 0
end: 0
