--TEST--
TLS: a client that asks for a renegotiation: OpenSSL refuses it, and the connection ends
--EXTENSIONS--
openssl
--SKIPIF--
<?php if (!trim((string) shell_exec('command -v openssl'))) die('skip no openssl program'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server([], 'tlsv1.2');
$client = proc_open(['openssl', 's_client', '-connect', substr(strstr($to, '//'), 2), '-tls1_2'],
    [['pipe', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes);
$conn = stream_socket_accept($server, 20);
fwrite($pipes[0], "hello\n");
echo fgets($conn);
fwrite($pipes[0], "R\n");
stream_set_timeout($conn, 20);
var_dump(@fgets($conn), feof($conn), stream_get_meta_data($conn)['timed_out']);
proc_terminate($client);
?>
--EXPECT--
hello
bool(false)
bool(true)
bool(false)
