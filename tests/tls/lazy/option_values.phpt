--TEST--
TLS: the handshake option of a listener: "eager", "lazy", or an error
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
foreach (['eager', 'lazy', 'Lazy', '', true, 1, null, ['lazy'], "lazy\0"] as $value) {
    $server = stream_socket_server('ssl://127.0.0.1:0', $errno, $errstr,
        STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, tls_server_context([], ['uvstream' => ['handshake' => $value]]));
    echo json_encode($value), ': ', $server ? 'made' : "$errno, $errstr", "\n";
    $server = null;
}
?>
--EXPECT--
"eager": made
"lazy": made
Warning: stream_socket_server(): Unable to connect to ssl://127.0.0.1:0 (handshake context option must be "eager" or "lazy", "Lazy" given)
"Lazy": 0, handshake context option must be "eager" or "lazy", "Lazy" given
Warning: stream_socket_server(): Unable to connect to ssl://127.0.0.1:0 (handshake context option must be "eager" or "lazy", "" given)
"": 0, handshake context option must be "eager" or "lazy", "" given
Warning: stream_socket_server(): Unable to connect to ssl://127.0.0.1:0 (handshake context option must be "eager" or "lazy", bool given)
true: 0, handshake context option must be "eager" or "lazy", bool given
Warning: stream_socket_server(): Unable to connect to ssl://127.0.0.1:0 (handshake context option must be "eager" or "lazy", int given)
1: 0, handshake context option must be "eager" or "lazy", int given
null: made
Warning: stream_socket_server(): Unable to connect to ssl://127.0.0.1:0 (handshake context option must be "eager" or "lazy", array given)
["lazy"]: 0, handshake context option must be "eager" or "lazy", array given
Warning: stream_socket_server(): Unable to connect to ssl://127.0.0.1:0 (handshake context option must be "eager" or "lazy", "lazy\000" given)
"lazy\u0000": 0, handshake context option must be "eager" or "lazy", "lazy\000" given
