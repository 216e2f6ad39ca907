--TEST--
ipv6_v6only: whether an IPv6 server takes IPv4 as well
--EXTENSIONS--
sockets
--SKIPIF--
<?php
require __DIR__ . '/../inc/sockets.inc';
if (!has_ipv6()) die('skip no IPv6');
?>
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
foreach ([true, false, 1, 0, null] as $only) {
    $context = stream_context_create(['socket' => ['ipv6_v6only' => $only]]);
    foreach (['tcp' => 12, 'udp' => 4] as $transport => $flags) {
        $server = stream_socket_server("$transport://[::]:0", $errno, $errstr, $flags, $context);
        $default = stream_socket_server("$transport://[::]:0", $errno, $errstr, $flags);
        $value = option_of($server, 'IPV6_V6ONLY');
        echo json_encode($only), ' ', $only === null ? var_export($value === option_of($default, 'IPV6_V6ONLY'), true) : $value, "\n";
    }
}
foreach ([true, false] as $only) {
    $context = stream_context_create(['socket' => ['ipv6_v6only' => $only]]);
    $held = null; // bound for IPv4, it refuses; the number may be somebody else's there
    for ($try = 0; $try < 100 && !$held; ++$try) {
        $server = stream_socket_server('tcp://[::]:0', $errno, $errstr, 12, $context);
        $port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
        if (!$only) break;
        $held = @stream_socket_server("tcp://127.0.0.1:$port", $errno, $errstr, STREAM_SERVER_BIND);
    }
    $client = @stream_socket_client("tcp://127.0.0.1:$port", $errno, $errstr, 10);
    if ($client) $accepted = stream_socket_accept($server, 10, $peer);
    echo $client ? preg_replace('/\d+$/', 'PORT', $peer) : $errstr, "\n";
}
?>
--EXPECT--
true 1
true 1
false 0
false 0
1 1
1 1
0 0
0 0
null true
null true
Connection refused
[::ffff:127.0.0.1]:PORT
