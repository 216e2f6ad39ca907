--TEST--
two dead names under way do not stop a numeric connect
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(20);
$names = serve_names();
foreach (['late1', 'late2', 'late3'] as $name) abandon_lookup("$name.test.");
$server = stream_socket_server('tcp://127.0.0.1:0');
$start = microtime(true);
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false), $code, $text, 10);
fwrite($client, 'hello');
var_dump(fread(stream_socket_accept($server, 10), 5), microtime(true) - $start < 5);
answer_late();
stop($names);
?>
--EXPECT--
string(5) "hello"
bool(true)
