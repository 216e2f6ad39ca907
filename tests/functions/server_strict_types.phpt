--TEST--
stream_socket_server(): strict types
--FILE--
<?php
declare(strict_types=1);
foreach ([fn () => stream_socket_server(127), fn () => stream_socket_server('127.0.0.1:0', $a, $b, '4'),
    fn () => stream_socket_server('127.0.0.1:0', $a, $b, 4.0), fn () => stream_socket_server('127.0.0.1:0', $a, $b, null)] as $call) {
    try {
        var_dump($call());
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump(is_resource(stream_socket_server('127.0.0.1:0')));
?>
--EXPECT--
stream_socket_server(): Argument #1 ($address) must be of type string, int given
stream_socket_server(): Argument #4 ($flags) must be of type int, string given
stream_socket_server(): Argument #4 ($flags) must be of type int, float given
stream_socket_server(): Argument #4 ($flags) must be of type int, null given
bool(true)
