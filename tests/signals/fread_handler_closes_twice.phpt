--TEST--
fread: a handler closes the stream twice and uses it after that
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($ours) {
    fclose($ours);
    foreach ([fn () => fclose($ours), fn () => fread($ours, 10), fn () => fwrite($ours, 'x')] as $use) {
        try {
            $use();
        } catch (TypeError) {
        }
    }
    echo "survived\n";
});
$child = signal_in_wait(SIGUSR1);
var_dump(fgets($ours));
ended($child);
var_dump(is_resource($ours));
?>
--EXPECT--
survived
bool(false)
bool(false)
