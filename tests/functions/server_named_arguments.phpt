--TEST--
stream_socket_server(): named arguments, in any order
--FILE--
<?php
$context = stream_context_create();
$udp = stream_socket_server(flags: STREAM_SERVER_BIND, address: 'udp://127.0.0.1:0');
var_dump(stream_get_meta_data($udp)['stream_type']);
$tcp = stream_socket_server(context: $context, error_message: $text, error_code: $code, address: '127.0.0.1:0');
var_dump(is_resource($tcp), $code, $text);
$tcp = stream_socket_server('127.0.0.1:0', context: null, flags: 12);
var_dump(is_resource($tcp));
var_dump(is_resource(stream_socket_server(...['address' => '127.0.0.1:0', 'flags' => 4])));
foreach ([fn () => stream_socket_server(addres: 'x'), fn () => stream_socket_server(flags: 4),
    fn () => stream_socket_server('127.0.0.1:0', address: 'x')] as $call) {
    try {
        $call();
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
string(10) "udp_socket"
bool(true)
int(0)
string(0) ""
bool(true)
bool(true)
Error: Unknown named parameter $addres
ArgumentCountError: stream_socket_server(): Argument #1 ($address) not passed
Error: Named parameter $address overwrites previous argument
