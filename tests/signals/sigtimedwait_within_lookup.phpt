--TEST--
the thread of a look-up that is under way steals no signals
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(20);
$names = serve_names();
abandon_lookup('late.test.');
await_threads(2);
pcntl_sigprocmask(SIG_BLOCK, [SIGTERM]);
$us = getmypid();
for ($i = 0; $i < 20; ++$i) {
    $child = in_child(fn () => posix_kill($us, SIGTERM));
    if (pcntl_sigtimedwait([SIGTERM], $info, 20) !== SIGTERM) echo "lost\n";
    ended($child);
}
echo "done\n";
answer_late();
await_threads(1);
stop($names);
?>
--EXPECT--
done
