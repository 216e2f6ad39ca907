--TEST--
stream_socket_accept(): a full queue is accepted in order, one by one, without loss
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('many')] as $uri) {
    [$server, $to] = listen_on($uri, stream_context_create(['socket' => ['backlog' => 128]]));
    $clients = [];
    for ($i = 0; $i < 100; $i++) {
        fwrite($clients[] = stream_socket_client($to), "$i\n");
    }
    $got = [];
    $conns = [];
    for ($i = 0; $i < 100; $i++) {
        $conns[] = $conn = stream_socket_accept($server, 10);
        $got[] = (int) fgets($conn);
    }
    var_dump($got === range(0, 99));
    var_dump(@stream_socket_accept($server, 0));
    fwrite($clients[] = stream_socket_client($to), "late\n");
    var_dump(fgets(stream_socket_accept($server, 10)));
}
?>
--EXPECT--
bool(true)
bool(false)
string(5) "late
"
bool(true)
bool(false)
string(5) "late
"
