--TEST--
the threads of the resolver steal no signals
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://localhost:0'); // starts the threads
pcntl_sigprocmask(SIG_BLOCK, [SIGTERM]);
$us = getmypid();
for ($i = 0; $i < 20; ++$i) {
    $child = in_child(fn () => posix_kill($us, SIGTERM));
    if (pcntl_sigtimedwait([SIGTERM], $info, 20) !== SIGTERM) echo "lost\n";
    ended($child);
}
echo "done\n";
?>
--EXPECT--
done
