--TEST--
a fatal error with streams open
--INI--
fatal_error_backtraces=0
--FILE--
<?php
$server = stream_socket_server('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
$connection = stream_socket_accept($server);
register_shutdown_function(function () use ($client, $connection) {
    fwrite($client, 'still works');
    var_dump(fread($connection, 100));
});
undefined_function();
?>
--EXPECTF--

Fatal error: Uncaught Error: Call to undefined function undefined_function() in %s:%d
Stack trace:
#0 {main}
  thrown in %s on line %d
string(11) "still works"
