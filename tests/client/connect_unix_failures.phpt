--TEST--
stream_socket_client(): unix paths that are missing, no socket, not listening, of the wrong type
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
$path = temp_path('unixfail');
ob_start(fn($text) => str_replace($path, 'PATH', $text));
function attempt(string $uri, int $expected)
{
    var_dump(stream_socket_client($uri, $errno, $errstr, 10), $errno === $expected, $errstr);
}
attempt("unix://$path", SOCKET_ENOENT);
attempt("unix://$path/below", SOCKET_ENOENT);
touch($path);
attempt("unix://$path", SOCKET_ECONNREFUSED);
attempt("unix://$path/below", SOCKET_ENOTDIR);
unlink($path);
[$server] = listen_on("unix://$path");
attempt("udg://$path", SOCKET_EPROTOTYPE);
fclose($server);
attempt("unix://$path", SOCKET_ECONNREFUSED); // the file is still there
?>
--EXPECT--
Warning: stream_socket_client(): Unable to connect to unix://PATH (No such file or directory)
bool(false)
bool(true)
string(25) "No such file or directory"
Warning: stream_socket_client(): Unable to connect to unix://PATH/below (No such file or directory)
bool(false)
bool(true)
string(25) "No such file or directory"
Warning: stream_socket_client(): Unable to connect to unix://PATH (Connection refused)
bool(false)
bool(true)
string(18) "Connection refused"
Warning: stream_socket_client(): Unable to connect to unix://PATH/below (Not a directory)
bool(false)
bool(true)
string(15) "Not a directory"
Warning: stream_socket_client(): Unable to connect to udg://PATH (Protocol wrong type for socket)
bool(false)
bool(true)
string(30) "Protocol wrong type for socket"
Warning: stream_socket_client(): Unable to connect to unix://PATH (Connection refused)
bool(false)
bool(true)
string(18) "Connection refused"
