--TEST--
after an abandoned look-up accept, fread and connect wait through the loop
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
$address = 'tcp://' . stream_socket_get_name($server, false);
$us = getmypid();
$child = in_child(function () use ($us, $address) {
    await_sleep($us);
    $client = stream_socket_client($address);
    await_sleep($us);
    fwrite($client, "one\n");
    await_sleep($us);
    fwrite($client, "two\n");
    fread($client, 100);
    fclose($client);
});
$connection = stream_socket_accept($server, 20);
var_dump(fgets($connection), fgets($connection));
fwrite($connection, 'bye');
var_dump(fgets($connection), feof($connection));
ended($child);
var_dump(is_resource(stream_socket_client($address, $code, $text, 5)));
stream_socket_accept($server, 5);
$start = microtime(true);
var_dump(@stream_socket_accept($server, 0.3), microtime(true) - $start >= 0.29);
answer_late();
var_dump(@stream_socket_accept($server, 0.3));
stop($names);
?>
--EXPECT--
string(4) "one
"
string(4) "two
"
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
