--TEST--
ext/ftp in tasks: also where dl() has loaded it, calls park, and take turns with one connection
--SKIPIF--
<?php
$command = [PHP_BINARY, '-n', '-r', 'exit(extension_loaded("ftp") || PHP_ZTS || !@dl("ftp") ? 1 : 0);'];
if (proc_close(proc_open($command, [1 => ['file', '/dev/null', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes)) !== 0) die('skip no shared ftp');
?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$code = <<<'CODE'
    if (!extension_loaded('ftp')) dl('ftp');
    require "$argv[1]/parked.inc";
    require "$argv[1]/ftp_server.inc";
    Uvstream\run(function () {
        $server = new FtpServer;
        $ftp = ftp_connected($server);
        $first = parked(fn () => ftp_size($ftp, 'n1'));
        $second = parked(fn () => ftp_size($ftp, 'n2'));
        echo place_of($first), ' ', place_of($second), "\n";
        $server->await('n1');
        $server->answer('n1');
        $server->answer('n2');
        var_dump($first->await(), $second->await());
        exit;
    });
    CODE;
passthru(implode(' ', array_map('escapeshellarg', [...php_command($code), '--', __DIR__ . '/../inc'])), $code);
echo "exit code $code\n";
?>
--EXPECT--
ftp_size ftp_size
int(1)
int(2)
exit code 0
