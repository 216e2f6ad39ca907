--TEST--
udp-bind: udg with the default flags binds, cannot listen, and removes the file that it made
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
$path = temp_path('udg-listen');
ob_start(fn ($text) => str_replace($path, 'PATH', $text));
try_server("udg://$path", STREAM_SERVER_BIND | STREAM_SERVER_LISTEN);
clearstatcache();
var_dump(file_exists($path));
// A file that somebody else made stays.
file_put_contents($path, 'mine');
try_server("udg://$path", STREAM_SERVER_BIND | STREAM_SERVER_LISTEN);
var_dump(file_get_contents($path));
unlink($path);
$first = try_server("udg://$path");
try_server("udg://$path", STREAM_SERVER_BIND | STREAM_SERVER_LISTEN);
clearstatcache();
var_dump(filetype($path));
?>
--EXPECTF--
server udg://PATH: false, EOPNOTSUPP, Operation not supported%S STREAM_SERVER_BIND %S
bool(false)
server udg://PATH: false, EADDRINUSE, Address already in use
string(4) "mine"
server udg://PATH: made
server udg://PATH: false, EADDRINUSE, Address already in use
string(6) "socket"
