--TEST--
TLS in a session's write handler, when the request has ended
--EXTENSIONS--
openssl
pcntl
posix
session
--INI--
session.use_cookies=0
session.cache_limiter=
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
class Handler implements SessionHandlerInterface, SessionIdInterface, SessionUpdateTimestampHandlerInterface
{
    function __construct(private $ours, private $theirs, private $lazy) {}
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
        fwrite($this->ours, "$data\n");
        echo fgets($this->theirs);
        stream_set_timeout($this->ours, 0, 200_000);
        stream_set_timeout($this->lazy, 0, 200_000);
        var_dump(timed(fn () => fread($this->ours, 10), 0.199), timed(fn () => fread($this->lazy, 10), 0.199));
        var_dump(fclose($this->ours), fread($this->theirs, 10), feof($this->theirs));
        return true;
    }
}
[$server, , $tcp] = tls_lazy_server();
$raw = stream_socket_client($tcp);
$lazy = stream_socket_accept($server, 20);
stream_set_blocking($lazy, false);
fread($lazy, 1); // begins the handshake: the certificate is a file, which goes earlier
stream_set_blocking($lazy, true);
session_set_save_handler(new Handler(...[...tls_pair(), $lazy]), false);
session_start();
$_SESSION['key'] = 1;
echo "end\n";
?>
--EXPECT--
end
key|i:1;
in time
in time
bool(false)
bool(false)
bool(true)
string(0) ""
bool(true)
