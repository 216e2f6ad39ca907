--TEST--
php://fd: a duplicate of our socket's descriptor works beside it
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip no /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
function sockets(): array
{
    return array_filter(scandir('/proc/self/fd'), fn($fd) => strpos((string) @readlink("/proc/self/fd/$fd"), 'socket:') === 0);
}
$inherited = sockets();
[$server, $to] = listen_on();
$listening = (int) current(array_diff(sockets(), $inherited));
$client = stream_socket_client($to);
$before = sockets();
$conn = stream_socket_accept($server, 10);
$fd = (int) current(array_diff(sockets(), $before));
$copy = fopen("php://fd/$fd", 'r+');
fwrite($client, "one\n");
var_dump(fgets($copy), fwrite($copy, "two\n"), fgets($client));
fclose($conn);
fwrite($client, "three\n");
var_dump(fgets($copy), feof($copy), feof($client));
fclose($copy);
wait_readable($client);
var_dump(feof($client));
// A listener's duplicate
$copy = fopen("php://fd/$listening", 'r+');
var_dump(stream_socket_get_name($copy, false) === stream_socket_get_name($server, false));
$client = stream_socket_client($to);
var_dump(is_resource(stream_socket_accept($copy, 10)), @stream_socket_accept($server, 0));
?>
--EXPECT--
string(4) "one
"
int(4)
string(4) "two
"
string(6) "three
"
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
