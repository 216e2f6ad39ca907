--TEST--
fclose(): the descriptor and the resource are gone at once, and the number serves the next socket
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
[$server, $name] = listen_on();
$descriptors = count_descriptors();
$resources = count(get_resources());
for ($i = 0; $i < 200; ++$i) {
    $client = stream_socket_client($name);
    $accepted = stream_socket_accept($server, 10);
    fwrite($client, "round $i\n");
    if (fgets($accepted) !== "round $i\n") echo "wrong\n";
    fclose($i % 2 ? $client : $accepted);
    fclose($i % 2 ? $accepted : $client);
}
unset($client, $accepted); // a closed resource is listed as long as a variable has it
var_dump(count_descriptors() - $descriptors, count(get_resources()) - $resources);
?>
--EXPECT--
int(0)
int(0)
