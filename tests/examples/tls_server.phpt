--TEST--
tls_server.php: its certificate is good for localhost; who is silent or speaks no TLS holds nobody up; it stops by SIGTERM
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';

$server = new Example('tls_server.php', 'https://(\S+)/ with (\S+)', 'tls://127.0.0.1:0');
$certificate = $server->found[2];

/** A client that verifies the certificate. */
function connect_tls(string $name)
{
    global $server, $certificate;
    $context = stream_context_create(['ssl' => ['cafile' => $certificate, 'peer_name' => $name]]);
    return @stream_socket_client('tls' . substr($server->address, 3), $code, $text, 20, STREAM_CLIENT_CONNECT, $context);
}

printf("%o\n", fileperms($certificate) & 0777);
$silent = $server->connect();
$garbage = $server->connect();
fwrite($garbage, "GET / HTTP/1.1\r\n\r\n" . random_bytes(20000));
stream_get_contents($garbage); // an alert, and the end
var_dump(feof($garbage));
fclose($garbage);
$stops = $server->connect();
fwrite($stops, "\x16\x03\x01\x02\x00\x01"); // the head of a hello

$client = connect_tls('localhost');
for ($i = 0; $i < 2; ++$i) echo preg_replace('/with \w+/', 'with ...', ask($client)['body']);
echo ask($client, '/', "Connection: close\r\n")['status'], "\n";
var_dump(fread($client, 1), feof($client));
var_dump(connect_tls('example.com'));
$client = connect_tls('127.0.0.1');
fwrite($client, "nonsense\r\n\r\n");
echo response($client)['status'], "\n";

$in_use = Example::run('', 'tls_server.php', substr_replace($server->address, 'tls', 0, 3));
echo preg_replace('/\d{4,}/', 'PORT', implode($in_use)), "\n";

fclose($silent);
fclose($stops);
$server->signal(SIGTERM);
var_dump($server->ended(), $server->lines, file_exists($certificate));
?>
--EXPECT--
600
bool(true)
TLSv1.3 with ...
TLSv1.3 with ...
HTTP/1.1 200 OK
string(0) ""
bool(true)
bool(false)
HTTP/1.1 400 Bad Request
Cannot listen on tls://127.0.0.1:PORT: Address already in use
1
int(0)
array(0) {
}
bool(false)
