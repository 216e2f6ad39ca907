--TEST--
a handler that was due before a wait runs before it, not after
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($theirs) { fwrite($theirs, 'woken'); });
stream_set_timeout($ours, 20);
for ($i = 0; $i < 100; ++$i) {
    posix_kill(getmypid(), SIGUSR1);
    if (fread($ours, 5) !== 'woken') echo "lost\n";
}
echo "done\n";
?>
--EXPECT--
done
