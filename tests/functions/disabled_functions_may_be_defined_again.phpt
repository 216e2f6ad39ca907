--TEST--
disable_functions: a script may define the function itself; nothing of ours is called
--INI--
disable_functions=stream_socket_server,fclose
--FILE--
<?php
if (true) {
    function stream_socket_server($address) { return "mine: $address"; }
    function fclose($stream) { return 'not closed'; }
}
var_dump(stream_socket_server('x'));
$file = fopen(__FILE__, 'r');
var_dump(fclose($file), is_resource($file));
?>
--EXPECT--
string(7) "mine: x"
string(10) "not closed"
bool(true)
