--TEST--
inet-target: a port that is not a number from 0 to 65535 binds nothing
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
foreach (['tcp', 'udp'] as $transport) {
    foreach (['99999', '-5', 'abc', '80x80'] as $port) try_server("$transport://127.0.0.1:$port");
}
?>
--EXPECT--
server tcp://127.0.0.1:99999: false, 0, Failed to parse address "127.0.0.1:99999": the port must be a number from 0 to 65535
server tcp://127.0.0.1:-5: false, 0, Failed to parse address "127.0.0.1:-5": the port must be a number from 0 to 65535
server tcp://127.0.0.1:abc: false, 0, Failed to parse address "127.0.0.1:abc": the port must be a number from 0 to 65535
server tcp://127.0.0.1:80x80: false, 0, Failed to parse address "127.0.0.1:80x80": the port must be a number from 0 to 65535
server udp://127.0.0.1:99999: false, 0, Failed to parse address "127.0.0.1:99999": the port must be a number from 0 to 65535
server udp://127.0.0.1:-5: false, 0, Failed to parse address "127.0.0.1:-5": the port must be a number from 0 to 65535
server udp://127.0.0.1:abc: false, 0, Failed to parse address "127.0.0.1:abc": the port must be a number from 0 to 65535
server udp://127.0.0.1:80x80: false, 0, Failed to parse address "127.0.0.1:80x80": the port must be a number from 0 to 65535
