--TEST--
Client: a port that is not a number from 0 to 65535 is an error that names it
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
$ports = ['65536', '99999', '4294967296', '18446744073709551616', '-5', '+5', 'abc', '80x80', ' 80', '80 ', '0x50', '0.5', "80\n", '/x', '?x', '80@x', '80x:3306'];
foreach (['tcp', 'udp'] as $transport) {
    foreach ($ports as $port) {
        foreach (['127.0.0.1', '[::1]', 'localhost'] as $host) {
            $address = "$host:$port";
            ob_start();
            try_client("$transport://$address", [], true);
            $expected = 'client ' . printable("$transport://$address") . ': false, 0, '
                . printable($text = "Failed to parse address \"$address\": the port must be a number from 0 to 65535")
                . "\n  warning: " . printable(addcslashes("Unable to connect to $transport://$address ($text)", "\n")) . "\n";
            $got = ob_get_clean();
            if (strpos($port, "\n") === false ? $got !== $expected : strpos($got, 'false, 0, Failed to parse') === false) echo $got;
        }
    }
}
echo "done\n";
?>
--EXPECT--
done
