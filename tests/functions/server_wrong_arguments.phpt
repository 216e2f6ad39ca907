--TEST--
stream_socket_server(): wrong numbers and types of arguments are stock's errors
--FILE--
<?php
$file = fopen(__FILE__, 'r');
$closed = stream_context_create();
foreach ([
    fn () => stream_socket_server(),
    fn () => stream_socket_server('127.0.0.1:0', $a, $b, 12, null, 6),
    fn () => stream_socket_server([]),
    fn () => stream_socket_server(new stdClass()),
    fn () => stream_socket_server('127.0.0.1:0', $a, $b, 'twelve'),
    fn () => stream_socket_server('127.0.0.1:0', $a, $b, []),
    fn () => stream_socket_server('127.0.0.1:0', $a, $b, 12, 'context'),
    fn () => stream_socket_server('127.0.0.1:0', $a, $b, 12, []),
    fn () => stream_socket_server('127.0.0.1:0', $a, $b, 12, $file),
    fn () => stream_get_transports(1),
] as $call) {
    try {
        var_dump($call());
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
ArgumentCountError: stream_socket_server() expects at least 1 argument, 0 given
ArgumentCountError: stream_socket_server() expects at most 5 arguments, 6 given
TypeError: stream_socket_server(): Argument #1 ($address) must be of type string, array given
TypeError: stream_socket_server(): Argument #1 ($address) must be of type string, stdClass given
TypeError: stream_socket_server(): Argument #4 ($flags) must be of type int, string given
TypeError: stream_socket_server(): Argument #4 ($flags) must be of type int, array given
TypeError: stream_socket_server(): Argument #5 ($context) must be of type resource or null, string given
TypeError: stream_socket_server(): Argument #5 ($context) must be of type resource or null, array given
TypeError: stream_socket_server(): supplied resource is not a valid Stream-Context resource
ArgumentCountError: stream_get_transports() expects exactly 0 arguments, 1 given
