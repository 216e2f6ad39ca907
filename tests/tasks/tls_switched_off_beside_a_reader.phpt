--TEST--
A task that began to read while another was switching TLS off goes on in plain, and holds up nobody
--EXTENSIONS--
openssl
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/tls.inc';
use function Uvstream\{run, spawn, delay};

run(function () {
    [$client, $conn] = tls_full_pair();
    $wire = copy_by_number($client);
    // It waits for room to say that it stops.
    $switch = spawn(fn () => stream_socket_enable_crypto($conn, false));
    delay(0);
    echo $switch->isDone() ? "switched off at once\n" : '';
    $reader = spawn(fn () => fread($conn, 100));
    delay(0);
    stream_set_blocking($wire, false);
    while (!$switch->isDone()) {
        fread($wire, 65536);
        delay(0.001);
    }
    $switch->await();
    delay(0.01);
    fwrite($wire, 'in plain');
    var_dump($reader->await());
});
?>
--EXPECT--
string(8) "in plain"
