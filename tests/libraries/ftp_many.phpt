--TEST--
ext/ftp in tasks: calls wait beside each other, for answers and for files, and end in another order than they began
--EXTENSIONS--
ftp
--SKIPIF--
<?php
if (!preg_match("~/ftp\.so~", file_get_contents("/proc/self/maps"))) die("skip ftp is part of PHP");
?>
--FILE--
<?php
require __DIR__ . '/../inc/ftp_server.inc';
use function Uvstream\{run, spawn};

run(function () {
    $server = new FtpServer;
    $tasks = [];
    for ($i = 0; $i < 20; ++$i) {
        $ftp = ftp_connected($server);
        $tasks[] = spawn(fn () => ftp_size($ftp, "n$i"));
        $server->await("n$i");
    }
    for ($i = 19; $i >= 0; --$i) {
        $server->answer("n$i");
        if ($tasks[$i]->await() !== $i || ($i > 0 && $tasks[$i - 1]->isDone())) echo "$i is wrong\n";
    }
    $get = function (string $name) use ($server) {
        $ftp = ftp_connected($server);
        ftp_fget($ftp, $file = fopen('php://memory', 'w+'), $name);
        rewind($file);
        return stream_get_contents($file);
    };
    $files = array_map(fn ($i) => spawn(fn () => $get("f$i")), range(0, 9));
    for ($i = 9; $i >= 0; --$i) {
        $server->await("f$i");
        $server->answer("f$i");
        if ($files[$i]->await() !== "content of f$i") echo "$i is wrong\n";
    }
    var_dump(Uvstream\stats()['waits_in_place']);
    exit;
});
?>
--EXPECT--
int(0)
