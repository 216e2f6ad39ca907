--TEST--
an error handler within a signal's handler closes the stream that is waited on: the stream of its own operation lives on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/sockets.inc';
pcntl_async_signals(true);
[$peer, $outer] = connect_pair();
[$inner_peer, $inner] = connect_pair();
stream_set_timeout($outer, 20);
pcntl_signal(SIGUSR1, function () use ($inner, $inner_peer, $outer) {
    set_error_handler(function () use ($outer) {
        restore_error_handler();
        fclose($outer);
        return true;
    });
    stream_socket_shutdown($inner, STREAM_SHUT_WR);
    var_dump(fwrite($inner, 'too late'));
    fwrite($inner_peer, "a line\n");
    var_dump(fgets($inner));
    var_dump(@fread($outer, 1), @fwrite($outer, 'x')); // not freed, for the wait below goes on with it
});
$child = signal_in_wait(SIGUSR1);
var_dump(fgets($outer));
ended($child);
foreach ([1, 2] as $_); // a safe point
var_dump(is_resource($outer), is_resource($inner));
var_dump(fgets($peer), feof($peer));
fwrite($inner_peer, "another\n");
var_dump(fgets($inner));
?>
--EXPECT--
bool(false)
string(7) "a line
"
bool(false)
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
string(8) "another
"
