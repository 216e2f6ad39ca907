--TEST--
pfsockopen() and stream_socket_client() do not hand out the persistent stream that another task waits on
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
use function Uvstream\{run, spawn, delay};

const FLAGS = STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT;
run(function () {
    [$server, $uri] = listen_on();
    [, $host, $port] = explode(':', $uri);
    $host = ltrim($host, '/');
    foreach ([
        'pfsockopen' => fn () => pfsockopen($host, (int) $port),
        'pfsockopen of a URI' => fn () => pfsockopen($uri),
        'stream_socket_client' => fn () => stream_socket_client($uri, $code, $text, 10, FLAGS),
    ] as $name => $open) {
        $first = $open();
        $its_peer = stream_socket_accept($server, 10);
        $waits = spawn(fn () => fgets($first));
        delay(0);
        $second = $open();
        $others_peer = stream_socket_accept($server, 10);
        fwrite($others_peer, "for the second\n");
        fwrite($its_peer, "for the first\n");
        echo $name, ': ', $waits->await(), fgets($second);
        echo $open() === $second ? "the same again\n" : "another one\n";
        fclose($first);
        fclose($second);
    }
    // Its owner lets go of the one that was set aside: PHP's list has it to the end of the request.
    $first = pfsockopen($uri);
    $its_peer = stream_socket_accept($server, 10);
    $waits = spawn(function () use ($first) { return fgets($first); });
    delay(0);
    $second = pfsockopen($uri);
    fwrite($its_peer, "one more line\n");
    echo $waits->await();
});
?>
--EXPECT--
pfsockopen: for the first
for the second
the same again
pfsockopen of a URI: for the first
for the second
the same again
stream_socket_client: for the first
for the second
the same again
one more line
