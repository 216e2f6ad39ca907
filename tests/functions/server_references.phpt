--TEST--
stream_socket_server(): references to properties, typed properties, array elements and superglobals
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $name] = listen_on();
class Typed
{
    public int $code = -1;
    public string $text = 'old';
    public ?array $array = null;
    public readonly int $fixed;
}
$typed = new Typed();
@stream_socket_server($name, $typed->code, $typed->text);
var_dump($typed->code === SOCKET_EADDRINUSE, $typed->text);
stream_socket_server('127.0.0.1:0', $typed->code, $typed->text);
var_dump($typed->code, $typed->text);
try {
    $got = @stream_socket_server($name, $typed->array, $typed->text);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
@stream_socket_server($name, $list['a']['b'], $GLOBALS['made_here']);
var_dump($list['a']['b'] === SOCKET_EADDRINUSE, $made_here);
// One variable for both: the text is written last.
@stream_socket_server($name, $both, $both);
var_dump($both);
try {
    @stream_socket_server($name, $typed->fixed);
} catch (Error $e) {
    echo get_class($e), "\n";
}
?>
--EXPECT--
bool(true)
string(22) "Address already in use"
int(0)
string(0) ""
Cannot assign int to reference held by property Typed::$array of type ?array
bool(true)
string(22) "Address already in use"
string(22) "Address already in use"
Error
