--TEST--
stream_socket_server(): a reference that cannot take the error leaves no descriptor behind
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
[$server, $name] = listen_on();
class Typed
{
    public array $code = [];
    public array $text = [];
}
$typed = new Typed();
$before = count_descriptors();
foreach ([$name, '127.0.0.1:0', 'udp://127.0.0.1:0', 'tcp://x'] as $address) {
    foreach ([fn () => stream_socket_server($address, $typed->code), fn () => stream_socket_server($address, $code, $typed->text)] as $call) {
        try {
            $result = @$call();
            echo "no error\n";
        } catch (TypeError $e) {
            echo $e->getMessage(), "\n";
        }
        unset($result);
    }
}
var_dump(count_descriptors() - $before);
?>
--EXPECT--
Cannot assign int to reference held by property Typed::$code of type array
Cannot assign string to reference held by property Typed::$text of type array
Cannot assign int to reference held by property Typed::$code of type array
Cannot assign string to reference held by property Typed::$text of type array
Cannot assign int to reference held by property Typed::$code of type array
Cannot assign string to reference held by property Typed::$text of type array
Cannot assign int to reference held by property Typed::$code of type array
Cannot assign string to reference held by property Typed::$text of type array
int(0)
