--TEST--
a listener shared by children that all accept, and by the parent
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$address = 'tcp://' . stream_socket_get_name($server, false);
$children = [];
for ($i = 0; $i < 4; ++$i) {
    $children[] = in_child(function () use ($server) {
        while ($connection = @stream_socket_accept($server, 20)) {
            $line = fgets($connection);
            fwrite($connection, $line);
            fclose($connection);
            if ($line === "stop\n") break;
        }
    });
}
foreach ($children as $child) await_sleep($child);
for ($i = 0; $i < 200; ++$i) {
    $client = stream_socket_client($address, $code, $text, 20);
    fwrite($client, "line $i\n");
    if (fgets($client) !== "line $i\n") echo "lost\n";
    fclose($client);
}
foreach ($children as $child) {
    $client = stream_socket_client($address);
    fwrite($client, "stop\n");
    fgets($client);
}
foreach ($children as $child) var_dump(ended($child));
$client = stream_socket_client($address);
fwrite($client, "parent\n");
var_dump(fgets(stream_socket_accept($server, 5)));
?>
--EXPECT--
int(0)
int(0)
int(0)
int(0)
string(7) "parent
"
