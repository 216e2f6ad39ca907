--TEST--
after a look-up in the parent both sides wait, accept and look up
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://localhost:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
fclose(stream_socket_client("tcp://localhost:$port"));
fclose(stream_socket_accept($server));
$child = in_child(function () use ($port) {
    $own = stream_socket_server('tcp://localhost:0');
    $client = stream_socket_client("tcp://localhost:$port", $code, $text, 10);
    fwrite($client, substr(strrchr(stream_socket_get_name($own, false), ':'), 1) . "\n");
    echo fgets($client);
    echo fgets(stream_socket_accept($own, 10));
});
$connection = stream_socket_accept($server, 10);
$childs_port = trim(fgets($connection));
fwrite($connection, "to the child\n");
fwrite(stream_socket_client("tcp://localhost:$childs_port", $code, $text, 10), "and back\n");
var_dump(ended($child));
?>
--EXPECT--
to the child
and back
int(0)
