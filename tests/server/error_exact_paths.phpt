--TEST--
error-exact: unix and udg paths that cannot be bound
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
$file = temp_path('paths');
file_put_contents($file, 'a file');
ob_start(fn ($text) => str_replace($file, 'FILE', $text));
foreach (['unix', 'udg'] as $transport) {
    try_server("$transport://no-such-folder-anywhere/socket", null, [], true); // ENOENT
    @stream_socket_server("$transport://$file/socket", $errno, $errstr, 4);
    echo $errno, ' ', $errstr, "\n";
    try_server("$transport://$file");
    try_server("$transport://.");
    try_server("$transport:///");
}
var_dump(file_get_contents($file));
?>
--EXPECT--
server unix://no-such-folder-anywhere/socket: false, ENOENT, No such file or directory
  warning: Unable to connect to unix://no-such-folder-anywhere/socket (No such file or directory)
20 Not a directory
server unix://FILE: false, EADDRINUSE, Address already in use
server unix://.: false, EADDRINUSE, Address already in use
server unix:///: false, EADDRINUSE, Address already in use
server udg://no-such-folder-anywhere/socket: false, ENOENT, No such file or directory
  warning: Unable to connect to udg://no-such-folder-anywhere/socket (No such file or directory)
20 Not a directory
server udg://FILE: false, EADDRINUSE, Address already in use
server udg://.: false, EADDRINUSE, Address already in use
server udg:///: false, EADDRINUSE, Address already in use
string(6) "a file"
