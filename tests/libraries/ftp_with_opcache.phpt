--TEST--
Functions of extensions that take turns are themselves where opcache, loaded before or behind, has moved their names
--EXTENSIONS--
ftp
--SKIPIF--
<?php if (!extension_loaded('Zend OPcache') && !is_file(ini_get('extension_dir') . '/opcache.so')) die('skip no opcache'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$options = array_slice(php_with_options(), 1);
$opcache = extension_loaded('Zend OPcache') ? [] : ['-d', 'zend_extension=opcache'];
$code = 'foreach ((new ReflectionExtension("ftp"))->getFunctions() as $name => $function) {
    try { $name(); } catch (ArgumentCountError $e) { echo $e->getMessage(), "\n"; }
}';
$said = [];
foreach ([[...$opcache, ...$options], [...$options, ...$opcache], $options] as $words) {
    $process = proc_open([PHP_BINARY, ...$words, '-d', 'opcache.enable_cli=1', '-r', $code], [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
    $said[] = stream_get_contents($pipes[1]);
    proc_close($process);
}
preg_match_all('/^(ftp_\w+)\(\) expects/m', $said[0], $found);
var_dump($said[0] === $said[2], $said[1] === $said[2], count($found[1]) > 20, array_diff((new ReflectionExtension('ftp'))->getFunctions() ? $found[1] : [], array_keys((new ReflectionExtension('ftp'))->getFunctions())));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
array(0) {
}
