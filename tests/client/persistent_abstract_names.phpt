--TEST--
persistent connections to two abstract unix names are two, each found again by its whole name
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip Linux only'); ?>
--FILE--
<?php
$open = [
    'stream_socket_client' => fn (string $to) => stream_socket_client($to, $code, $text, 10, STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT),
    'pfsockopen' => fn (string $to) => pfsockopen($to),
    'pfsockopen with a port' => fn (string $to) => pfsockopen($to, 0),
];
foreach ($open as $name => $connect) {
    $addresses = ["unix://\0uvs-a-" . getmypid(), "unix://\0uvs-b-" . getmypid()];
    $servers = array_map('stream_socket_server', $addresses);
    $clients = array_map($connect, $addresses);
    foreach ($clients as $i => $client) fwrite($client, "to $i\n");
    $accepted = array_map('stream_socket_accept', $servers);
    foreach ($accepted as $connection) echo fgets($connection);
    $again = array_map($connect, $addresses);
    echo $name, ': ', json_encode([$clients[0] !== $clients[1], $again === $clients]), "\n";
    fclose($clients[0]); // its entry goes, and with it nothing of the other
    $new = array_map($connect, $addresses);
    fwrite($new[0], "new\n");
    echo fgets(stream_socket_accept($servers[0], 10)), json_encode($new[1] === $clients[1]), "\n";
    array_map('fclose', $new);
    $servers = null;
    var_dump(@$connect($addresses[0]));
}
// What is no port is for PHP's own function to refuse, and for nobody to look at before.
try {
    pfsockopen("unix://\0uvs", new stdClass());
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
to 0
to 1
stream_socket_client: [true,true]
new
true
bool(false)
to 0
to 1
pfsockopen: [true,true]
new
true
bool(false)
to 0
to 1
pfsockopen with a port: [true,true]
new
true
bool(false)
pfsockopen(): Argument #2 ($port) must be of type int, stdClass given
