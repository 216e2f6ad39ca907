--TEST--
error-by-ref: the code is this call's, whatever the error handler does meanwhile
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$taken, $name] = listen_on();
set_error_handler(function () {
    @stream_socket_server('unix:///no/such/folder/socket', $errno);
    $ok = stream_socket_server('tcp://127.0.0.1:0');
    return true;
});
var_dump(stream_socket_server($name, $errno, $errstr), $errno === SOCKET_EADDRINUSE, $errstr);
restore_error_handler();
set_error_handler(function ($level, $text) {
    throw new ErrorException('thrown');
});
$errno = $errstr = null;
try {
    stream_socket_server($name, $errno, $errstr);
} catch (ErrorException $e) {
    echo $e->getMessage(), "\n";
}
var_dump($errno === SOCKET_EADDRINUSE, $errstr);
?>
--EXPECT--
bool(false)
bool(true)
string(22) "Address already in use"
thrown
bool(true)
string(22) "Address already in use"
