--TEST--
Options: where the handler of a warning about one throws, nothing is bound, and nobody connects
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $name] = listen_on();
$path = temp_path('handler-throws');
set_error_handler(function ($level, $text) { throw new Exception($text); });
$says = function (callable $call) {
    try {
        $call();
    } catch (Exception $thrown) {
        echo $thrown->getMessage(), "\n";
    }
};
foreach (['backlog' => 'many', 'so_linger' => 'long', 'so_keepalive' => [], 'bindto' => 'nowhere:0'] as $option => $value) {
    $context = stream_context_create(['socket' => [$option => $value]]);
    $says(fn () => stream_socket_client($name, $errno, $errstr, 20, STREAM_CLIENT_CONNECT, $context));
    [$r, $w, $e] = [[$server], null, null];
    var_dump(stream_select($r, $w, $e, 0)); // nobody has come
    if ($option === 'bindto') continue; // which a server does not read
    $says(fn () => stream_socket_server("unix://$path", $errno, $errstr, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context));
    var_dump(file_exists($path));
}
restore_error_handler(); // which the removal of the file is not for
?>
--EXPECT--
stream_socket_client(): backlog context option must be a number, "many" given
int(0)
stream_socket_server(): backlog context option must be a number, "many" given
bool(false)
stream_socket_client(): so_linger context option must be a number, "long" given
int(0)
stream_socket_server(): so_linger context option must be a number, "long" given
bool(false)
stream_socket_client(): so_keepalive context option must be a bool, array given
int(0)
stream_socket_server(): so_keepalive context option must be a bool, array given
bool(false)
stream_socket_client(): Invalid IP Address: nowhere
int(0)
