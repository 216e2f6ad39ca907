--TEST--
set_wait_handler(): TLS in Fibers: handshakes, reads and writes of several connections at once, one of which never answers, and why one fails
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';
require __DIR__ . '/../inc/fiber_loop.inc';

$loop = new FiberLoop;
[$server, $address] = tls_server();
$plain = str_replace('tls:', 'tcp:', $address);
[$silent, $silent_address] = listen_on();
$data = random_bytes(300000);
$loop->go(function () use ($server, $loop) {
    for ($i = 0; $i < 3; ++$i) {
        $connection = @stream_socket_accept($server, 20);
        if (!$connection) continue;
        $loop->go(function () use ($connection) {
            while (($piece = fread($connection, 8192)) != '') fwrite($connection, strrev($piece));
        });
    }
});
$results = [];
foreach (['a', 'b'] as $name) {
    $loop->go(function () use ($address, $name, &$results) {
        $client = tls_client($address);
        foreach (['one', 'two', 'three'] as $word) {
            fwrite($client, $word);
            $got[] = fread($client, 100);
        }
        fclose($client);
        $results[$name] = implode(' ', $got);
    });
}
$loop->go(function () use ($address, &$results) {
    $client = @stream_socket_client($address, $code, $text, 20, STREAM_CLIENT_CONNECT, stream_context_create(['ssl' => ['peer_name' => 'other']]));
    $results['refused'] = [$client, $code, str_contains($text, 'certificate verify failed')];
});
$loop->go(function () use ($silent_address, &$results) {
    $client = @stream_socket_client(str_replace('tcp:', 'tls:', $silent_address), $code, $text, 0.5);
    $results['silent'] = [$client, $text];
});
$loop->run();
ksort($results);
echo json_encode($results), "\n";

echo "much, both ways\n";
[$client, $conn] = tls_pair();
$size = 3 << 20;
foreach ([$client, $conn] as $stream) {
    $loop->go(function () use ($stream, $size, &$done) {
        for ($sent = 0; $sent < $size; $sent += fwrite($stream, str_repeat('x', min($size - $sent, 1 << 18))));
        $done[] = "sent";
    });
    $loop->go(function () use ($stream, $size, &$done) {
        for ($got = 0; $got < $size; $got += strlen(fread($stream, 1 << 16)));
        $done[] = "got $got";
    });
}
$loop->run();
sort($done);
echo implode("\n", $done), "\n";

echo "closed by another Fiber\n";
[$client, $conn] = tls_pair();
$loop->go(function () use ($client) { var_dump(fread($client, 10)); });
$loop->go(function () use ($client) { fclose($client); });
$loop->run();
var_dump(is_resource($client));
?>
--EXPECT--
{"a":"eno owt eerht","b":"eno owt eerht","refused":[false,0,true],"silent":[false,"Connection timed out"]}
much, both ways
got 3145728
got 3145728
sent
sent
closed by another Fiber
bool(false)
bool(false)
