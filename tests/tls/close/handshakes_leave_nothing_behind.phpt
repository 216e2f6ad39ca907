--TEST--
TLS: 100 handshakes, good and bad, leave no memory and no descriptor
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/tls.inc';
// (Not by the system's authorities, which take long to load.)
$refusing = ['verify_peer' => true, 'cafile' => tls_certificate('An authority', ['ca' => true])];
function rounds(int $count, array $refusing): array
{
    for ($i = 0; $i < $count; ++$i) {
        [$client, $conn] = tls_ends([], $i % 2 ? $refusing : []);
        if (@tls_shake($client, $conn) === [true, true]) {
            fwrite($client, 'x');
            fread($conn, 1);
        }
        fclose($client);
        fclose($conn);
    }
    gc_collect_cycles();
    return [memory_get_usage(), count_descriptors()];
}
rounds(20, $refusing);
[$memory, $count] = rounds(20, $refusing);
[$memory_after, $count_after] = rounds(100, $refusing);
var_dump($memory_after - $memory < 1000, $count_after - $count);
?>
--EXPECT--
bool(true)
int(0)
