--TEST--
stream_socket_server(): without strict types, values are converted as for any function
--FILE--
<?php
$address = new class {
    public function __toString(): string { return 'udp://127.0.0.1:0'; }
};
var_dump(is_resource(stream_socket_server($address, $a, $b, '4')));
var_dump(is_resource(stream_socket_server($address, $a, $b, 4.0)));
var_dump(@stream_socket_server(127, $a, $b), $a, $b);
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
int(0)
string(75) "Failed to parse address "127": a port must follow the host, as in "host:80""
