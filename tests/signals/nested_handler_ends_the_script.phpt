--TEST--
an error handler within a signal's handler closes both streams and ends it all: by an exception, exit or a fatal error
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/sockets.inc';
pcntl_async_signals(true);

function nested(callable $end): void
{
    [$peer, $outer] = connect_pair();
    [$inner_peer, $inner] = connect_pair();
    stream_set_timeout($outer, 20);
    stream_socket_shutdown($inner, STREAM_SHUT_WR);
    pcntl_signal(SIGUSR1, function () use ($inner, $outer, $end) {
        set_error_handler(function () use ($inner, $outer, $end) {
            restore_error_handler();
            fclose($inner);
            fclose($outer);
            $end();
        });
        fwrite($inner, 'too late');
        echo "not reached\n";
    });
    register_shutdown_function(function () use ($outer, $peer, $inner, $inner_peer) {
        for ($i = 0; $i < 3; ++$i); // a safe point
        var_dump(is_resource($outer), is_resource($inner));
        stream_set_timeout($peer, 20);
        var_dump(fgets($peer), feof($peer), fgets($inner_peer), feof($inner_peer));
    });
    $child = signal_in_wait(SIGUSR1);
    try {
        fgets($outer);
        echo "not reached\n";
    } catch (RuntimeException $exception) {
        echo $exception->getMessage(), "\n";
    }
    ended($child);
}

$ends = [
    'exception' => function () { throw new RuntimeException('thrown'); },
    'exit' => function () { exit(3); },
    'fatal' => function () { @trigger_error('fatal', E_USER_ERROR); },
];
foreach ($ends as $name => $end) {
    echo "$name\n";
    flush();
    $pid = pcntl_fork();
    if ($pid === 0) {
        nested($end);
        exit(0);
    }
    var_dump(ended($pid));
}
?>
--EXPECTF--
exception
thrown
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
int(0)
exit
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
int(3)
fatal

Fatal error: fatal in %s on line %d
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
int(255)
