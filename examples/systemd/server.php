<?php
// A server that systemd starts when its first client comes: the socket is systemd's, we find it as descriptor 3. It is open
// while we restart, so no client is refused; and the port may be one below 1024 though we are not root.
// Usage: see uvstream-echo.socket and uvstream-echo.service; or, with no unit files,
//
//     systemd-socket-activate --listen=127.0.0.1:8007 php -d extension=uvstream examples/systemd/server.php
//
// By itself (bin/run examples/systemd/server.php [ADDRESS]) it binds as any other.
declare(strict_types=1);

require __DIR__ . '/../inc/serve.php';

/** @return resource|null The first socket that systemd has for us, if it has: sd_listen_fds(3), in PHP. */
function socket_of_systemd()
{
    // Both variables are inherited by our children as well, for whom they are not.
    if ((int) getenv('LISTEN_PID') !== getmypid() || (int) getenv('LISTEN_FDS') < 1) {
        return null;
    }
    putenv('LISTEN_PID');
    putenv('LISTEN_FDS');
    $socket = @fopen('php://fd/3', 'r+');
    if (!$socket) {
        fwrite(STDERR, "Descriptor 3 is no open socket\n");
        exit(1);
    }
    return $socket;
}

$server = socket_of_systemd() ?? listen($argv[1] ?? 'tcp://127.0.0.1:8007');
echo 'It echoes on ', stream_socket_get_name($server, false), "\n";
serve_each($server, function ($connection): void {
    while (($data = (string) fread($connection, 8192)) !== '') {
        if (@fwrite($connection, $data) !== strlen($data)) {
            return;
        }
    }
});
