--TEST--
dead names under way, more than have slots, stop neither localhost nor a name that answers
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(60);
$names = serve_names();
for ($i = 1; $i <= 6; ++$i) abandon_lookup("dead$i.test.");
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
foreach (['localhost', 'alive.test.'] as $name) {
    var_dump(is_resource(stream_socket_client("tcp://$name:$port", $code, $text, 30)));
}
stop($names);
?>
--EXPECT--
bool(true)
bool(true)
