--TEST--
accept: a fatal error in a handler ends the script, and shutdown functions can use the server
--EXTENSIONS--
pcntl
posix
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { @trigger_error('fatal', E_USER_ERROR); });
$server = stream_socket_server('tcp://127.0.0.1:0');
register_shutdown_function(function () use ($server) {
    $client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
    $connection = stream_socket_accept($server, 20);
    fwrite($client, 'still works');
    var_dump(fread($connection, 100));
    var_dump(fclose($server), is_resource($server));
});
signal_in_wait(SIGUSR1);
stream_socket_accept($server, 20);
echo "not reached\n";
?>
--EXPECTF--

Fatal error: fatal in %s on line %d
string(11) "still works"
bool(true)
bool(false)
