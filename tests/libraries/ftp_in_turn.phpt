--TEST--
ext/ftp in tasks: with one connection a second call waits for its turn, also the one that closes it
--EXTENSIONS--
ftp
--SKIPIF--
<?php
if (!preg_match("~/ftp\.so~", file_get_contents("/proc/self/maps"))) die("skip ftp is part of PHP");
?>
--FILE--
<?php
require __DIR__ . '/../inc/ftp_server.inc';
require __DIR__ . '/../inc/outcome.inc';
use function Uvstream\{delay, run, spawn};

run(function () {
    $server = new FtpServer;
    $ftp = ftp_connected($server);
    $first = spawn(fn () => ftp_size($ftp, 'n1'));
    $server->await('n1');
    $second = spawn(fn () => ftp_size($ftp, 'n2'));
    $third = spawn(fn () => ftp_size($ftp, 'n3'));
    $closed = spawn(fn () => ftp_close($ftp));
    delay(0);
    $second->cancel('enough');
    echo outcome(fn () => $second->await()), "\n";
    $server->answer('n1');
    $server->answer('n3');
    var_dump($first->await(), $third->await(), $closed->await());
    echo outcome(fn () => ftp_size($ftp, 'n4')), "\n";
    exit;
});
?>
--EXPECT--
CancelledError(Requested): enough
int(1)
int(3)
bool(true)
ValueError: FTP\Connection is already closed
