--TEST--
select: what a fatal error leaves behind in a server is gone with the next request
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$router = tempnam(sys_get_temp_dir(), 'uvs');
file_put_contents($router, <<<'PHP'
<?php
class Wrapper
{
    public $context;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_cast($as) { trigger_error('in the cast', E_USER_ERROR); }
    function stream_read($count) { trigger_error('in the read', E_USER_ERROR); }
    function stream_eof() { return false; }
}
stream_wrapper_register('user', 'Wrapper');
ini_set('display_errors', 0);
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, 'x');
$r = ['a' => $a];
$w = $e = null;
if ($_SERVER['REQUEST_URI'] === '/read') stream_get_contents(fopen('user://', 'r'));
if ($_SERVER['REQUEST_URI'] === '/cast') $r[] = fopen('user://', 'r');
echo stream_select($r, $w, $e, 5), ' ', implode(',', array_keys($r)), ' ', stream_get_contents($a, 1), ' ';
fclose($b);
var_export(feof($a));
PHP);
[$process, $port] = child_server($router);
foreach (['/', '/cast', '/', '/read', '/', '/cast', '/cast', '/'] as $path) {
    $context = stream_context_create(['http' => ['ignore_errors' => true]]);
    echo $path, ': ', file_get_contents("http://127.0.0.1:$port$path", false, $context), "\n";
}
proc_terminate($process);
unlink($router);
?>
--EXPECT--
/: 1 a x true
/cast: 
/: 1 a x true
/read: 
/: 1 a x true
/cast: 
/cast: 
/: 1 a x true
