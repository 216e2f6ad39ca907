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
}
class Filter extends php_user_filter
{
    function filter($in, $out, &$consumed, bool $closing): int { trigger_error('in the read', E_USER_ERROR); }
}
stream_wrapper_register('user', 'Wrapper');
stream_filter_register('user', 'Filter');
ini_set('display_errors', 0);
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
stream_set_blocking($a, false);
fwrite($b, 'x');
$r = ['a' => $a];
$w = $e = null;
if ($_SERVER['REQUEST_URI'] === '/read') {
    stream_filter_append($a, 'user', STREAM_FILTER_READ);
    stream_get_contents($a, 100);
}
if ($_SERVER['REQUEST_URI'] === '/cast') $r[] = fopen('user://', 'r');
echo stream_select($r, $w, $e, 5), ' ', implode(',', array_keys($r)), ' ', fread($a, 1), ' ';
feof($a);
fwrite($b, 'more');
echo fread($a, 100), ' ';
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
/: 1 a x more true
/cast: 
/: 1 a x more true
/read: 
/: 1 a x more true
/cast: 
/cast: 
/: 1 a x more true
