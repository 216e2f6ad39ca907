--TEST--
20,000 connections leave no memory and no descriptor
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
$path = sys_get_temp_dir() . '/uvstream-flat-' . getmypid();
$server = stream_socket_server("unix://$path");
function rounds($server, string $path, int $count): array
{
    for ($i = 0; $i < $count; ++$i) {
        $client = stream_socket_client("unix://$path");
        $connection = stream_socket_accept($server);
        fwrite($client, 'x');
        fread($connection, 1);
        fclose($client);
        fclose($connection);
    }
    return [memory_get_usage(), count_descriptors()];
}
rounds($server, $path, 100);
[$memory, $count] = rounds($server, $path, 100);
[$memory_after, $count_after] = rounds($server, $path, 20_000);
unlink($path);
var_dump($memory_after - $memory < 1000, $count_after - $count);
?>
--EXPECT--
bool(true)
int(0)
