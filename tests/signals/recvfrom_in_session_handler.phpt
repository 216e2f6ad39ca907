--TEST--
recvfrom: in a session's write handler, after the request's end, signal handlers run within the wait as before
--EXTENSIONS--
pcntl
posix
session
--INI--
session.use_cookies=0
session.cache_limiter=
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
class Handler implements SessionHandlerInterface
{
    function __construct(private $ours) {}
    function open(string $path, string $name): bool { return true; }
    function close(): bool { return true; }
    function read(string $id): string { return ''; }
    function destroy(string $id): bool { return true; }
    function gc(int $lifetime): int { return 0; }
    function create_sid(): string { return 'test'; }
    function validateId(string $id): bool { return true; }
    function write(string $id, string $data): bool
    {
        signal_in_wait(SIGUSR1);
        $received = stream_socket_recvfrom($this->ours, 100);
        echo "received $received\n";
        return true;
    }
}
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($theirs) {
    echo "handled\n";
    fwrite($theirs, 'what the handler wrote');
});
session_set_save_handler(new Handler($ours), false);
session_start();
echo "end\n";
?>
--EXPECT--
end
handled
received what the handler wrote
