--TEST--
seeing: stats() and metrics() count TLS handshakes that fail, and the pauses of an accept for want of a descriptor
--EXTENSIONS--
openssl
posix
--SKIPIF--
<?php if (!function_exists('posix_setrlimit')) die('skip no posix_setrlimit'); ?>
--FILE--
<?php
use function Uvstream\{delay, metrics, run, spawn, stats};
require __DIR__ . '/../inc/tls.inc';

function counts(string $key): string
{
    preg_match("/^uvstream_{$key}_total (\d+)$/m", metrics(), $found);
    return stats()[$key] . ' ' . ($found[1] ?? 'none');
}

echo "in {main}: ";
[$server, , $plain] = tls_server();
$client = stream_socket_client($plain);
fwrite($client, "no TLS\r\n");
var_dump(@stream_socket_accept($server, 20));
echo counts('handshakes_failed'), "\n";

run(function () {
    [$server, $to, $plain] = tls_server();
    $accepting = spawn(function () use ($server) {
        for ($i = 0; $i < 3; ++$i) $accepted[] = (bool) @stream_socket_accept($server, 20);
        return $accepted;
    });
    fclose(stream_socket_client($plain)); // hangs up in the midst of it
    $good = tls_client($to);
    @stream_socket_client($to, context: stream_context_create(['ssl' => ['verify_peer_name' => false, 'cafile' => __FILE__]]));
    echo json_encode($accepting->await()), "\n";
    echo counts('handshakes_failed'), "\n";
});

run(function () {
    [$server, $to] = listen_on();
    $waiting = spawn(fn () => fgets(stream_socket_accept($server, 20)));
    delay(0);
    echo 'pauses before: ', counts('accept_pauses'), "\n";
    $hard = posix_getrlimit()['hard openfiles'];
    posix_setrlimit(POSIX_RLIMIT_NOFILE, 64, $hard === 'unlimited' ? -1 : $hard);
    for ($hoard = []; $one = @fopen('/dev/null', 'r'); ) $hoard[] = $one;
    array_pop($hoard);
    $client = stream_socket_client($to); // it takes the last one
    fwrite($client, "patient\n");
    while (stats()['accept_pauses'] === 0) delay(0.001);
    array_pop($hoard);
    echo $waiting->await();
    var_dump(stats()['accept_pauses'] >= 1, counts('accept_pauses') === stats()['accept_pauses'] . ' ' . stats()['accept_pauses']);
});
?>
--EXPECT--
in {main}: bool(false)
1 1
[false,true,false]
3 3
pauses before: 0 0
patient
bool(true)
bool(true)
