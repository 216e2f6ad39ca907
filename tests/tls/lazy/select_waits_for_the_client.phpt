--TEST--
TLS: handshake=lazy: a greeting waits in the write set for what the handshake waits for, and is sent once
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/select.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
stream_set_blocking($server, false);
foreach ([0, 40] as $others) {
    if ($others) among_idle_streams($others);
    $client = tls_client($tcp);
    wait_readable($server);
    $conn = stream_socket_accept($server, 0);
    stream_set_blocking($conn, false);
    stream_set_blocking($client, false);
    $can_greet = fn (?int $us = 0) => select_line([$conn], [$conn], null, 0, $us) . '; ' . select_line(null, [$conn], null, 0, $us);
    echo 'a silent client: ', $can_greet(), "\n";
    var_dump(fwrite($conn, 'hello')); // begins the handshake
    echo 'still silent: ', $can_greet(1000), "\n";

    // A loop as every program has one.
    for ($turns = $sent = $c = 0; $sent === 0; ++$turns) {
        if ($c === 0) $c = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
        [$r, $w, $e] = [$c === 0 ? [$client] : [], [$conn], null];
        if (!stream_select($r, $w, $e, 20)) die("nothing happens\n");
        if ($w) $sent = fwrite($conn, 'hello');
    }
    echo $turns < 10 ? "few turns\n" : "$turns turns\n";
    echo 'and then: ', select_line(null, [$conn]), "\n";
    stream_set_blocking($client, true);
    echo tls_read($client, 5), "\n";
}
?>
--EXPECT--
a silent client: 0: [] [] null; 0: null [] null
int(0)
still silent: 0: [] [] null; 0: null [] null
few turns
and then: 1: null [0] null
hello
a silent client: 0: [] [] null; 0: null [] null
int(0)
still silent: 0: [] [] null; 0: null [] null
few turns
and then: 1: null [0] null
hello
