--TEST--
TLS: stream_get_transports() and the ports that clients cannot leave out
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
show_errors();
echo implode(' ', array_intersect(stream_get_transports(), ['tcp', 'udp', 'unix', 'udg', 'ssl', 'tls', 'tlsv1.0', 'tlsv1.1', 'tlsv1.2', 'tlsv1.3'])), "\n";
foreach (['ssl', 'tls', 'tlsv1.2'] as $scheme) {
    var_dump(stream_socket_client("$scheme://127.0.0.1", $errno, $errstr, 1), $errno, $errstr);
}
?>
--EXPECT--
tcp udp unix udg ssl tls tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3
Warning: stream_socket_client(): Unable to connect to ssl://127.0.0.1 (Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80")
bool(false)
int(0)
string(81) "Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80""
Warning: stream_socket_client(): Unable to connect to tls://127.0.0.1 (Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80")
bool(false)
int(0)
string(81) "Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80""
Warning: stream_socket_client(): Unable to connect to tlsv1.2://127.0.0.1 (Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80")
bool(false)
int(0)
string(81) "Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80""
