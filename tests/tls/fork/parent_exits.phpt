--TEST--
TLS: a prefork parent that ends leaves its child's connection in peace
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
$parent = in_child(function () use ($conn) {
    $us = getmypid();
    in_child(function () use ($us, $conn) { // the connection is this one's
        while (posix_getppid() === $us) usleep(1000);
        fwrite($conn, strtoupper(fgets($conn)));
        fgets($conn);
    });
});
ended($parent);
fwrite($client, "hello\n");
stream_set_timeout($client, 20);
var_dump(fgets($client), feof($client));
fwrite($client, "end\n");
var_dump(fgets($client), feof($client)); // and it says the end itself
?>
--EXPECT--
string(6) "HELLO
"
bool(false)
bool(false)
bool(true)
