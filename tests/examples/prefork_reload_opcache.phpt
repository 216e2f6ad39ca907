--TEST--
prefork.php: a reload brings new code, also of files that PHP's opcode cache has, and that the application includes
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!function_exists('opcache_get_status')) die('skip needs opcache'); ?>
--INI--
opcache.enable_cli=1
opcache.revalidate_freq=2
opcache.file_update_protection=0
--FILE--
<?php
require __DIR__ . '/../inc/prefork.inc';
[$app, $part] = [tempnam(sys_get_temp_dir(), 'uvstream-app-'), tempnam(sys_get_temp_dir(), 'uvstream-part-')];
register_shutdown_function(fn () => array_map('unlink', [$app, $part]));
function install(string $text): void
{
    global $app, $part;
    file_put_contents($part, "<?php return '$text, ' . json_encode(opcache_is_script_cached(__FILE__));");
    file_put_contents($app, "<?php \$part = require '$part'; return fn () => [200, '$text: ' . \$part];");
}
install('old');
$server = new Prefork('--workers=1', "--app=$app");
$server->children(1);
echo ask($server->connect(), '/', "Connection: close\r\n")['body'], "\n";
install('new');
$server->signal(SIGUSR1);
$server->await('reloaded');
$server->await('has left with status 0'); // until then the old one may take a connection
echo ask($server->connect(), '/', "Connection: close\r\n")['body'], "\n";
var_dump($server->stop());
?>
--EXPECT--
old: old, true
new: new, true
int(0)
