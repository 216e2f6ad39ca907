--TEST--
inet-target: behind the port may stand ":", "?" or "#" and anything, as in stock: mysqlnd and fsockopen() put a second port there
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
foreach (['127.0.0.1', '[::1]', 'localhost'] as $host) {
    foreach ([':3306', ':', ':x:y', '?x', '?a:b', '#x', '/x:9', ':3306?x'] as $rest) {
        $server = stream_socket_server("tcp://$host:0$rest");
        $name = stream_socket_get_name($server, false);
        $port = substr(strrchr($name, ':'), 1);
        $at = "$host:$port$rest";
        // With the transport and without, and with the port that a client adds of its own accord.
        foreach ([stream_socket_client("tcp://$at"), fsockopen($at), fsockopen("tcp://$at", 1), fsockopen($at, $port)] as $client) {
            $peer = stream_socket_accept($server, 10);
            if (stream_socket_get_name($client, true) !== $name || !$peer) echo "$at: ", stream_socket_get_name($client, true), "\n";
        }
        $datagrams = stream_socket_server("udp://$host:0$rest", $errno, $errstr, STREAM_SERVER_BIND);
        if (!stream_socket_client('udp://' . stream_socket_get_name($datagrams, false) . $rest)) echo "udp $host$rest\n";
    }
}
echo "done\n";
?>
--EXPECT--
done
