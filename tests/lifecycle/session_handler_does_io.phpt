--TEST--
a session's write handler uses streams when the request has ended
--EXTENSIONS--
session
--INI--
session.use_cookies=0
session.cache_limiter=
--FILE--
<?php
class Handler implements SessionHandlerInterface, SessionIdInterface, SessionUpdateTimestampHandlerInterface
{
    function __construct(private $server) {}
    function create_sid(): string { return 'id'; }
    function validateId(string $id): bool { return true; }
    function updateTimestamp(string $id, string $data): bool { return true; }
    function open(string $path, string $name): bool { return true; }
    function close(): bool { return true; }
    function read(string $id): string { return ''; }
    function destroy(string $id): bool { return true; }
    function gc(int $lifetime): int { return 0; }
    function write(string $id, string $data): bool
    {
        $port = substr(strrchr(stream_socket_get_name($this->server, false), ':'), 1);
        $client = stream_socket_client("tcp://localhost:$port");
        fwrite($client, "$data\n");
        echo fgets(stream_socket_accept($this->server, 5));
        var_dump(@stream_socket_accept($this->server, 0.05));
        return true;
    }
}
session_set_save_handler(new Handler(stream_socket_server('tcp://localhost:0')), false);
session_start();
$_SESSION['key'] = 1;
echo "end\n";
?>
--EXPECT--
end
key|i:1;
bool(false)
