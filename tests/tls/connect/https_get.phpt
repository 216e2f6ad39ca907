--TEST--
TLS: file_get_contents('https://') and fopen() from a server of ours
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$pid = in_child(function () use ($server) {
    for ($i = 0; $i < 2; ++$i) {
        $conn = stream_socket_accept($server, 20);
        $line = fgets($conn);
        while (rtrim(fgets($conn)) !== '');
        fwrite($conn, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nyou asked for $line");
        fclose($conn);
    }
});
$context = tls_client_context(['capture_peer_cert' => true]);
$url = 'https' . strstr($to, '://');
echo file_get_contents("$url/one", false, $context);
echo tls_name_of(stream_context_get_options($context)['ssl']['peer_certificate']), "\n";
$stream = fopen("$url/two", 'r', false, $context);
echo stream_get_meta_data($stream)['stream_type'], ' ', stream_get_meta_data($stream)['crypto']['protocol'], ' ', stream_get_contents($stream);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
you asked for GET /one HTTP/1.1
localhost
tcp_socket/ssl TLSv1.3 you asked for GET /two HTTP/1.1
