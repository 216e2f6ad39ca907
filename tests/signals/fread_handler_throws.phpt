--TEST--
fread and fgets: an exception from a handler comes out of the call, and the stream goes on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { throw new RuntimeException('from the handler'); });
[$theirs, $ours] = connect_pair();
foreach ([fn () => fread($ours, 10), fn () => fgets($ours)] as $read) {
    $child = signal_in_wait(SIGUSR1);
    try {
        $read();
    } catch (RuntimeException $exception) {
        echo $exception->getMessage(), "\n";
    }
    ended($child);
    var_dump(feof($ours), stream_get_meta_data($ours)['timed_out']);
    fwrite($theirs, "a line\n");
    var_dump($read());
}
?>
--EXPECT--
from the handler
bool(false)
bool(false)
string(7) "a line
"
from the handler
bool(false)
bool(false)
string(7) "a line
"
