--TEST--
tasks, promise 10: a TLS connection that one task closes wakes those in its handshake, its reads and its writes, and behind them
--EXTENSIONS--
openssl
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
use function Uvstream\{delay, run, spawn};
require __DIR__ . '/../inc/tls.inc';

set_error_handler(function (int $level, string $text): bool {
    if (error_reporting() & $level) echo "  $text\n";
    return true;
});
$client = fn ($stream) => stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
$server = fn ($stream) => stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
$cases = [
    'a handshake' => [connect_pair(), $client],
    'that of a server' => [connect_pair(), $server],
    'a handshake, and who waits behind it' => [connect_pair(), $client, fn ($stream) => fread($stream, 10), fn ($stream) => fwrite($stream, 'x')],
    'a read' => [tls_pair(), fn ($stream) => fread($stream, 10)],
    'two reads' => [tls_pair(), fn ($stream) => fread($stream, 10), fn ($stream) => fgets($stream)],
    'a write' => [array_reverse(tls_full_pair()), fn ($stream) => fwrite($stream, str_repeat('x', 1 << 20))],
    'a read and a write' => [array_reverse(tls_full_pair()), fn ($stream) => fread($stream, 10), fn ($stream) => fwrite($stream, str_repeat('x', 1 << 20))],
];
foreach ($cases as $name => [$pair, $first]) {
    echo "$name\n";
    $stream = $pair[0];
    tls_options($stream, ['local_cert' => tls_certificate()]);
    run(function () use ($stream, $name, $cases) {
        foreach (array_slice($cases[$name], 1) as $wait) {
            $tasks[] = spawn(fn () => $wait($stream));
            delay(0);
        }
        foreach ($tasks as $task) if ($task->isDone()) echo "  it did not wait\n";
        fclose($stream);
        foreach ($tasks as $task) {
            $result = $task->await();
            echo '  ', is_int($result) ? 'sent some' : json_encode($result), "\n";
        }
    });
}

echo "a server's socket, within the handshake of the one that it accepts\n";
[$listener, $address] = tls_server();
run(function () use ($listener, $address) {
    $accepts = spawn(fn () => stream_socket_accept($listener, 20));
    $silent = stream_socket_client(str_replace('tls:', 'tcp:', $address));
    delay(0.01);
    fclose($listener);
    var_dump($accepts->await());
});
?>
--EXPECT--
a handshake
  false
that of a server
  false
a handshake, and who waits behind it
  false
  false
  false
a read
  false
two reads
  false
  false
a write
  false
a read and a write
  false
  false
a server's socket, within the handshake of the one that it accepts
  stream_socket_accept(): Accept failed: Operation canceled
bool(false)
