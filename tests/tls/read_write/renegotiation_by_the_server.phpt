--TEST--
TLS: a server that asks for a renegotiation and leaves it at that: a write waits in select() for what is to be read, a read for room
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!trim((string) shell_exec('command -v openssl'))) die('skip no openssl program'); ?>
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/select.inc';
require __DIR__ . '/../../inc/tls.inc';

$certificate = tls_certificate();
$server = proc_open(['openssl', 's_server', '-accept', '127.0.0.1:0', '-tls1_2', '-cert', $certificate, '-key', $certificate],
    [['pipe', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes);
while (!preg_match('/^ACCEPT (127\S+)/', (string) fgets($pipes[1]), $found)) if (feof($pipes[1])) die("no server\n");
$says = function (string $command, $peer) use ($pipes) {
    fwrite($pipes[0], "$command\n");
    wait_readable($peer);
    return tls_record($peer);
};
// A client of ours whose words pass through our hands: [its end, our end towards it, our end towards the server].
$connect = function () use ($found) {
    [$near, $ours] = unix_pair();
    $peer = stream_socket_client("tcp://$found[1]");
    tls_options($ours, ['verify_peer' => false, 'verify_peer_name' => false]);
    foreach ($all = [$ours, $near, $peer] as $stream) stream_set_blocking($stream, false);
    while (stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_CLIENT) === 0) pass_on($near, $peer, $ours);
    return $all;
};
function pass_on($near, $peer, $ours): void
{
    fwrite($peer, (string) fread($near, 65536));
    fwrite($near, (string) fread($peer, 65536));
    [$r, $w, $e] = [[$ours, $near, $peer], null, null];
    if (!stream_select($r, $w, $e, 20)) die("nothing happens\n");
}
$state = fn ($stream) => 'status ' . stream_socket_get_crypto_status($stream) . ', select ' . select_line([$stream], [$stream])
    . (feof($stream) ? ', the end' : ', feof() changes nothing: ' . select_line([$stream], [$stream])) . "\n";

echo "A write:\n";
[$ours, $near, $peer] = $connect();
fwrite($near, $says('r', $peer));
wait_readable($ours);
var_dump(fread($ours, 100), fwrite($ours, 'hello'), fwrite($ours, 'hello')); // the first is kept for later
echo $state($ours);
for ($turns = $sent = 0; $sent === 0; ++$turns) {
    fwrite($peer, (string) fread($near, 65536));
    fwrite($near, (string) fread($peer, 65536));
    [$r, $w, $e] = [[$near, $peer], [$ours], null];
    stream_select($r, $w, $e, 20);
    if ($w) $sent = fwrite($ours, 'hello');
}
echo $turns < 50 ? "few turns\n" : "$turns turns\n", $state($ours);
fclose($peer);

echo "A read:\n";
[$ours, $near, $peer] = $connect();
$words = $says('data', $peer) . $says('r', $peer) . 'more';
$raw = copy_by_number($ours); // its buffer is filled past TLS
stream_set_blocking($raw, false);
while (fwrite($raw, str_repeat('x', 1400)) > 0);
fwrite($near, $words);
wait_readable($ours);
var_dump(fread($ours, 100), fread($ours, 100));
echo $state($ours);
while ((string) fread($near, 65536) !== '');
echo select_line([$ours], [$ours]), "\n";
proc_terminate($server, SIGKILL);
?>
--EXPECT--
A write:
string(0) ""
int(5)
int(0)
status 1, select 0: [] [] null, feof() changes nothing: 0: [] [] null
few turns
status 0, select 1: [] [0] null, feof() changes nothing: 1: [] [0] null
A read:
string(5) "data
"
string(0) ""
status 2, select 0: [] [] null, feof() changes nothing: 0: [] [] null
2: [0] [0] null
