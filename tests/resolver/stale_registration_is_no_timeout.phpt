--TEST--
with a look-up under way, what is left of a connect's registration does not end the first read
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
abandon_lookup('late.test.');
$server = stream_socket_server('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false)); // armed for writing
$accepted = stream_socket_accept($server);
$us = getmypid();
$child = in_child(function () use ($accepted, $us) {
    await_sleep($us);
    fwrite($accepted, "a line\n");
});
stream_set_timeout($client, 20);
var_dump(fgets($client), stream_get_meta_data($client)['timed_out']);
ended($child);
answer_late();
stop($names);
?>
--EXPECT--
string(7) "a line
"
bool(false)
