--TEST--
fwrite: an exception from a handler comes out of the call, and the stream goes on
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
$filled = fill($ours);
$child = signal_in_wait(SIGUSR1);
try {
    fwrite($ours, 'more');
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
ended($child);
for ($left = $filled; $left > 0; $left -= strlen(fread($theirs, 65536)));
var_dump(fwrite($ours, 'end'), fread($theirs, 100));
?>
--EXPECT--
from the handler
int(3)
string(3) "end"
