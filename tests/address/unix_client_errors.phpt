--TEST--
Unix clients get the exact error of connect
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
$path = temp_path('client-errors');
ob_start(fn ($text) => str_replace($path, 'PATH', $text));
foreach (['unix', 'udg'] as $transport) {
    try_client("$transport://$path", [], true);
    file_put_contents($path, '');
    try_client("$transport://$path");
    unlink($path);
    fclose(stream_socket_server("$transport://$path", $errno, $errstr, STREAM_SERVER_BIND));
    try_client("$transport://$path");
    unlink($path);
}
// The wrong kind of socket.
$server = stream_socket_server("unix://$path");
try_client("udg://$path");
?>
--EXPECTF--
client unix://PATH: false, ENOENT, No such file or directory
  warning: Unable to connect to unix://PATH (No such file or directory)
client unix://PATH: false, ECONNREFUSED, Connection refused
client unix://PATH: false, ECONNREFUSED, Connection refused
client udg://PATH: false, ENOENT, No such file or directory
  warning: Unable to connect to udg://PATH (No such file or directory)
client udg://PATH: false, ECONNREFUSED, Connection refused
client udg://PATH: false, ECONNREFUSED, Connection refused
client udg://PATH: false, EPROTOTYPE, %s
