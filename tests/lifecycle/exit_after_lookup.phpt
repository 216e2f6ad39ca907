--TEST--
a script that used the resolver ends at once
--FILE--
<?php
$start = microtime(true);
$server = stream_socket_server('tcp://localhost:0');
register_shutdown_function(function () { echo "shutdown\n"; });
exit("exit\n");
?>
--EXPECT--
exit
shutdown
