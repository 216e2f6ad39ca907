--TEST--
TLS: SNI_server_certs: the name that the client asks for chooses the certificate
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$certificates = ['one.test' => tls_certificate('one.test'), '*.two.test' => tls_certificate('*.two.test')];
[$cert, $key] = tls_certificate('three.test', ['bare' => true]);
$certificates['three.test'] = ['local_cert' => $cert, 'local_pk' => $key];
$default = tls_certificate('default.test');
foreach (['one.test', 'www.two.test', 'three.test', 'unknown.test', null] as $name) {
    $client = ['capture_peer_cert' => true] + ($name ? ['peer_name' => $name] : ['SNI_enabled' => false]);
    [$client] = tls_pair(['local_cert' => $default, 'SNI_server_certs' => $certificates], $client);
    echo json_encode($name), ' ', tls_name_of(stream_context_get_options($client)['ssl']['peer_certificate']), "\n";
}
?>
--EXPECT--
"one.test" one.test
"www.two.test" *.two.test
"three.test" three.test
"unknown.test" default.test
null default.test
