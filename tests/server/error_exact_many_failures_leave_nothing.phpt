--TEST--
error-exact: a hundred failures of each kind leave no descriptor, no resource and no file
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
[$taken, $name] = listen_on();
$folder = sys_get_temp_dir() . '/uvs-nothing-' . getmypid();
mkdir($folder);
$before = count_descriptors();
$resources = count(get_resources());
$codes = [];
foreach ([$name, 'udp://127.0.0.1:0', 'tcp://127.0.0.1:abc', 'tcp://203.0.113.77:0', "unix://$folder/none/x", "udg://$folder/x",
    "unix://$folder/" . str_repeat('x', 200), "unix://$folder", 'nosuch://x:1'] as $address) {
    for ($i = 0; $i < 100; ++$i) @stream_socket_server($address, $errno);
    $codes[] = errno_name($errno);
}
echo implode(' ', $codes), "\n";
var_dump(count_descriptors() - $before, count(get_resources()) - $resources, array_diff(scandir($folder), ['.', '..']));
rmdir($folder);
?>
--EXPECT--
EADDRINUSE EOPNOTSUPP 0 EADDRNOTAVAIL ENOENT EOPNOTSUPP ENAMETOOLONG EADDRINUSE 0
int(0)
int(0)
array(0) {
}
