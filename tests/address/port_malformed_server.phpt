--TEST--
Server: a port that is not a number from 0 to 65535 is an error that names it
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
$ports = ['65536', '99999', '4294967296', '18446744073709551616', '-5', '+5', '-0', 'abc', '80x80', ' 80', '80 ', '0x50',
    '0.5', '1e1', '80@x', "0\n", '/x', '?x', 'x:80', 'http', '٠'];
foreach (['tcp', 'udp'] as $transport) {
    foreach ($ports as $port) {
        foreach (['127.0.0.1', '[::1]', 'localhost', ''] as $host) {
            $address = "$host:$port";
            ob_start();
            $stream = try_server("$transport://$address", null, [], true);
            $expected = 'server ' . printable("$transport://$address") . ': false, 0, '
                . printable($text = "Failed to parse address \"" . printable($address) . "\": the port must be a number from 0 to 65535")
                . "\n  warning: " . printable("Unable to connect to $transport://$address ($text)") . "\n";
            if (($got = ob_get_clean()) !== $expected) echo $got;
        }
    }
}
echo "done\n";
?>
--EXPECT--
done
