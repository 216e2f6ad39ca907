--TEST--
ext/ftp in tasks: a call that is cancelled, or out of time, ends, and the connection with it: nobody reads its answer later
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
use function Uvstream\{run, spawn, timeout};

run(function () {
    $server = new FtpServer;
    $ftp = ftp_connected($server);
    $task = spawn(fn () => ftp_size($ftp, 'n1'));
    $server->await('n1');
    $task->cancel('enough');
    echo outcome(fn () => $task->await()), "\n";
    $server->answer('n1');
    var_dump(@ftp_size($ftp, 'n2'), @ftp_size($ftp, 'n3'));

    $ftp = ftp_connected($server);
    echo outcome(fn () => timeout(0.01, fn () => ftp_size($ftp, 'n4'))), "\n";
    $server->answer('n4');
    var_dump(@ftp_size($ftp, 'n5'));
    exit;
});
?>
--EXPECT--
CancelledError(Requested): enough
int(-1)
int(-1)
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
int(-1)
