--TEST--
select: sockets that hung up count as readable, and as writable only where there is room
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
$looks = function ($stream) {
    for ($i = 0; $i < 3; ++$i) { // in every order of what was asked before
        foreach ([[['s' => $stream], null], [null, ['s' => $stream]], [['s' => $stream], ['s' => $stream]]] as [$r, $w]) {
            $lines[] = select_line($r, $w);
        }
    }
    return implode(', ', array_unique($lines)) . "\n";
};
// Nobody can connect any more
$server = stream_socket_server('tcp://127.0.0.1:0');
echo 'listener ', $looks($server);
stream_socket_shutdown($server, STREAM_SHUT_RDWR);
echo 'shut listener ', $looks($server);
// Never connected
$bound = stream_socket_server('tcp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
echo 'bound ', $looks($bound);
// The peer has shut both ways, and has not read what fills the buffer
foreach (['unix' => connect_pair('unix://' . temp_path('hang-up')), 'pair' => unix_pair()] as $name => [$a, $b]) {
    stream_set_blocking($a, false);
    while (fwrite($a, str_repeat('x', 65536)) > 0);
    echo "full $name ", $looks($a);
    stream_socket_shutdown($b, STREAM_SHUT_RDWR);
    echo "full $name, hung up ", $looks($a);
    fclose($b);
    echo "full $name, peer gone ", $looks($a);
}
?>
--EXPECT--
listener 0: [] null null, 0: null [] null, 0: [] [] null
shut listener 1: ["s"] null null, 1: null ["s"] null, 2: ["s"] ["s"] null
bound 1: ["s"] null null, 1: null ["s"] null, 2: ["s"] ["s"] null
full unix 0: [] null null, 0: null [] null, 0: [] [] null
full unix, hung up 1: ["s"] null null, 0: null [] null, 1: ["s"] [] null
full unix, peer gone 1: ["s"] null null, 1: null ["s"] null, 2: ["s"] ["s"] null
full pair 0: [] null null, 0: null [] null, 0: [] [] null
full pair, hung up 1: ["s"] null null, 0: null [] null, 1: ["s"] [] null
full pair, peer gone 1: ["s"] null null, 1: null ["s"] null, 2: ["s"] ["s"] null
