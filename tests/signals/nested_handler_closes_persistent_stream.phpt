--TEST--
an error handler within a signal's handler closes a persistent stream that is waited on: the next one is another
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
pcntl_async_signals(true);
$server = stream_socket_server('tcp://127.0.0.1:0');
[$host, $port] = explode(':', stream_socket_get_name($server, false));
$before = count_descriptors();
$outer = pfsockopen($host, (int) $port);
stream_set_timeout($outer, 20);
$peer = stream_socket_accept($server);
[, $inner] = connect_pair();
stream_socket_shutdown($inner, STREAM_SHUT_WR);
pcntl_signal(SIGUSR1, function () use ($inner, $outer) {
    set_error_handler(function () use ($outer) {
        restore_error_handler();
        fclose($outer);
        return true;
    });
    var_dump(fwrite($inner, 'too late'));
});
$child = signal_in_wait(SIGUSR1);
var_dump(fgets($outer));
ended($child);
for ($i = 0; $i < 3; ++$i); // a safe point
var_dump(is_resource($outer), fgets($peer), feof($peer));
pcntl_signal(SIGUSR1, SIG_DFL); // (its handler has the streams)
$inner = $peer = null;
var_dump(count_descriptors() - $before);
$again = pfsockopen($host, (int) $port);
fwrite(stream_socket_accept($server), "a new one\n");
var_dump(fgets($again));
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
bool(true)
int(0)
string(10) "a new one
"
