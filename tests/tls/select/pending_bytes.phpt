--TEST--
TLS: select: bytes that TLS holds count as buffered
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/select.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$child = in_child(function () use ($server) {
    $connection = stream_socket_accept($server, 20);
    while (($line = fgets($connection)) !== false) {
        fwrite($connection, str_repeat('x', (int) $line)); // one record
    }
});
$client = tls_client($to);
[$a, $b] = unix_pair();
fwrite($b, 'x');
stream_set_blocking($client, false);
fwrite($client, "10000\n");
// The record came whole; 8192 bytes of it are in PHP's buffer, the others in TLS's
for ($got = 0; $got < 8192; $got += strlen(fread($client, 8192 - $got))) wait_readable($client);
echo stream_get_meta_data($client)['unread_bytes'], "\n";
echo select_line(['a' => $a, 'c' => $client], ['c' => $client], ['a' => $a], 20), "\n";
echo stream_get_meta_data($client)['unread_bytes'], "\n"; // select has fetched them
echo select_line(['a' => $a, 'c' => $client], ['c' => $client], null, null), "\n";
var_dump(strlen(fread($client, 8192)));
echo select_line(['a' => $a, 'c' => $client], ['c' => $client]), "\n";
// In the write set alone
fwrite($client, "9000\n");
for ($got = 0; $got < 8192; $got += strlen(fread($client, 8192 - $got))) wait_readable($client);
echo select_line(null, ['c' => $client]), "\n";
echo select_line(['c' => $client], ['c' => $client]), "\n";
var_dump(strlen(fread($client, 8192)));
// Many records, read in pieces
fwrite($client, "40000\n");
for ($got = 0, $calls = 0; $got < 40000; ++$calls) {
    if (!wait_readable($client)) break;
    $got += strlen(fread($client, 1000));
}
var_dump($got, $calls >= 40);
echo select_line(['c' => $client]), "\n";
fclose($client);
pcntl_waitpid($child, $status);
?>
--EXPECT--
0
1: ["c"] [] []
1808
1: ["c"] [] null
int(1808)
2: ["a"] ["c"] null
1: null ["c"] null
1: ["c"] [] null
int(808)
int(40000)
bool(true)
0: [] null null
