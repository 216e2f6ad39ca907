--TEST--
TLS: a silent client holds nobody: others are accepted and served meanwhile
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to, $tcp] = tls_lazy_server();
$silent = stream_socket_client($tcp);
$waiting = stream_socket_accept($server, 20);
for ($i = 1; $i <= 3; ++$i) {
    $pid = in_child(function () use ($to, $i) {
        fwrite($client = tls_client($to), "client $i\n");
        fgets($client);
    });
    $conn = stream_socket_accept($server, 20);
    echo fgets($conn);
    fclose($conn);
    pcntl_waitpid($pid, $status);
}
var_dump(feof($waiting), isset(stream_get_meta_data($waiting)['crypto']));
?>
--EXPECT--
client 1
client 2
client 3
bool(false)
bool(false)
