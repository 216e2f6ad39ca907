--TEST--
TLS in destructors and shutdown functions, beside a silent client of a lazy listener
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
class Holder
{
    public function __construct(private $ours, private $theirs) {}
    public function __destruct()
    {
        fwrite($this->ours, "from the destructor\n");
        echo fgets($this->theirs);
    }
}
[$server, , $tcp] = tls_lazy_server();
$raw = stream_socket_client($tcp);
$lazy = stream_socket_accept($server, 20);
stream_set_timeout($lazy, 0, 200_000);
stream_set_blocking($lazy, false);
fread($lazy, 1); // begins the handshake: the certificate is a file, which goes earlier
stream_set_blocking($lazy, true);
$pair = tls_pair();
$holder = new Holder(...tls_pair());
register_shutdown_function(function () use ($lazy, $pair) {
    [$ours, $theirs] = $pair;
    fwrite($ours, "from the shutdown function\n");
    echo fgets($theirs);
    var_dump(timed(fn () => fread($lazy, 10), 0.199));
});
exit("exit\n");
?>
--EXPECT--
exit
from the shutdown function
in time
bool(false)
from the destructor
