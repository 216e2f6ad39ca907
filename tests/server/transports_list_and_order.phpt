--TEST--
transports: stream_get_transports() lists tcp, udp, unix, udg and then those of ext/openssl
--FILE--
<?php
$transports = stream_get_transports();
echo implode(' ', array_slice($transports, 0, 4)), "\n";
var_dump(array_is_list($transports));
$tls = array_slice($transports, 4);
echo extension_loaded('openssl') ? implode(' ', $tls) : 'ssl tls tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3', "\n";
?>
--EXPECT--
tcp udp unix udg
bool(true)
ssl tls tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3
