--TEST--
a signal handler that closes streams and fails in a session's write handler, after the request's end
--EXTENSIONS--
pcntl
posix
session
--INI--
session.use_cookies=0
session.cache_limiter=
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
class Handler implements SessionHandlerInterface
{
    function __construct(private $stream) {}
    function open(string $path, string $name): bool { return true; }
    function close(): bool { return true; }
    function read(string $id): string { return ''; }
    function destroy(string $id): bool { return true; }
    function gc(int $lifetime): int { return 0; }
    function create_sid(): string { return 'test'; }
    function validateId(string $id): bool { return true; }
    function write(string $id, string $data): bool
    {
        fread($this->stream, 100);
        echo "not reached\n";
        return true;
    }
}
$server = stream_socket_server('tcp://127.0.0.1:0');
$address = 'tcp://' . stream_socket_get_name($server, false);
foreach ([STREAM_CLIENT_CONNECT, STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT] as $flags) {
    $child = in_child(function () use ($address, $flags) {
        pcntl_async_signals(true);
        $client = stream_socket_client($address, $code, $text, 5, $flags);
        pcntl_signal(SIGUSR1, function () use ($client) {
            var_dump(fclose($client));
            @trigger_error('fatal', E_USER_ERROR);
        });
        session_set_save_handler(new Handler($client), false);
        session_start();
        signal_in_wait(SIGUSR1);
    });
    $connection = stream_socket_accept($server, 5);
    $ends[] = [fread($connection, 1), feof($connection), ended($child)]; // shown later: no session starts after output
}
echo json_encode($ends), "\n";
?>
--EXPECTF--
bool(true)

Fatal error: fatal in %s on line %d
bool(true)

Fatal error: fatal in %s on line %d
[["",true,255],["",true,255]]
