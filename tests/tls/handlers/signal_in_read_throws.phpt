--TEST--
TLS: a handler's exception ends a read at once, and the stream can be used on
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { throw new Exception('from the handler'); });
[$theirs, $ours] = tls_pair();
foreach (['fread', 'fgets', 'stream_get_contents'] as $function) {
    $child = signal_in_wait(SIGUSR1);
    try {
        timed(fn () => $function($ours, 10));
        echo "not reached\n";
    } catch (Exception $exception) {
        echo "$function: ", $exception->getMessage(), "\n";
    }
    ended($child);
}
fwrite($theirs, "hello\n");
var_dump(fgets($ours), fwrite($ours, "world\n"), fgets($theirs), feof($ours));
?>
--EXPECT--
fread: from the handler
fgets: from the handler
stream_get_contents: from the handler
string(6) "hello
"
int(6)
string(6) "world
"
bool(false)
