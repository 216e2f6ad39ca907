--TEST--
select: under a storm of signals each wait ends, and what is ready is reported
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
foreach ([[false, 0], [true, 0], [false, 40], [true, 40]] as [$async, $idle]) {
    pcntl_async_signals($async);
    $handled = $interrupted = $bytes = 0;
    pcntl_signal(SIGUSR1, function () use (&$handled) { ++$handled; });
    [$a, $b] = unix_pair();
    $storm = signal_storm(SIGUSR1);
    $writer = in_child(function () use ($b) {
        pcntl_signal(SIGUSR1, SIG_IGN);
        for ($i = 0; $i < 100; ++$i) {
            usleep(1000);
            fwrite($b, 'x');
        }
    });
    fclose($b);
    for (;;) {
        $sets = $r = [$a] + array_slice($idle_streams, 0, $idle);
        $w = $e = null;
        $n = @stream_select($r, $w, $e, 20);
        pcntl_signal_dispatch();
        if ($n === false) {
            ++$interrupted;
            if ($r !== $sets) echo "changed\n";
        } elseif ($n === 0) {
            die("lost\n");
        } else {
            $bytes += strlen(fread($a, 1));
            if ($bytes === 100) break;
        }
    }
    stop($storm);
    ended($writer);
    var_dump($bytes, $handled > 0, $interrupted > 0);
}
?>
--EXPECT--
int(100)
bool(true)
bool(true)
int(100)
bool(true)
bool(true)
int(100)
bool(true)
bool(true)
int(100)
bool(true)
bool(true)
