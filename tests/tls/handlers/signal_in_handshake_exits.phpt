--TEST--
TLS: handshake: exit() in a handler ends the script; destructors and shutdown functions run
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
[$server, , $tcp] = tls_server();
$raw = stream_socket_client($tcp);
register_shutdown_function(function () use ($raw, $server) {
    stream_set_timeout($raw, 20);
    var_dump(stream_get_contents($raw), feof($raw)); // closed by now
    var_dump(is_resource($server));
});
pcntl_signal(SIGUSR1, function () { exit("exits\n"); });
$child = signal_in_wait(SIGUSR1);
stream_socket_accept($server, 50);
echo "not reached\n";
?>
--EXPECT--
exits
string(0) ""
bool(true)
bool(true)
