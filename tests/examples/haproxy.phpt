--TEST--
haproxy/: behind HAProxy with the committed configuration the server knows the real client; it believes nobody else
--EXTENSIONS--
filter
pcntl
posix
--SKIPIF--
<?php
foreach (['haproxy', 'setpriv'] as $program) {
    if (!trim((string) shell_exec("PATH=\$PATH:/usr/sbin command -v $program"))) die("skip needs $program");
}
?>
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/../inc/service.inc';
putenv('PATH=' . getenv('PATH') . ':/usr/sbin');

$server = new Example('haproxy/server.php', 'on (\S+)', 'tcp://127.0.0.1:0');
$backend = substr($server->address, 6);
$port = service('haproxy', function (int $port) use ($backend): array {
    $given = file_get_contents(__DIR__ . '/../../examples/haproxy/haproxy.cfg');
    file_put_contents($file = temp_path('haproxy.cfg'), str_replace(['127.0.0.1:8080', '127.0.0.1:8001'], ["127.0.0.1:$port", $backend], $given));
    return ['haproxy', '-q', '-f', $file];
});

/** What it answers by HAProxy to a client at this address of the loopback, with the client's own port as PORT. */
function asked_from(string $address): string
{
    global $port;
    $context = stream_context_create(['socket' => ['bindto' => "$address:0"]]);
    $client = stream_socket_client("tcp://127.0.0.1:$port", $code, $text, 20, STREAM_CLIENT_CONNECT, $context);
    $own = strrchr(stream_socket_get_name($client, false), ':');
    return str_replace("$own\n", ":PORT\n", ask($client, '/', "X-Forwarded-For: 192.0.2.9\r\n")['body']);
}

/** What it answers to one who speaks to it directly. */
function told(string $line): string
{
    global $server;
    $client = $server->connect();
    @fwrite($client, $line . "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"); // (it may leave in the middle of a long line)
    return rtrim((string) strstr((string) @stream_get_contents($client), 'You')) ?: 'nothing';
}

echo asked_from('127.0.0.1'), asked_from('127.0.0.77');
$silent = $server->connect();
foreach (["PROXY TCP4 192.0.2.1 192.0.2.2 50000 80\r\n", "PROXY TCP6 2001:db8::1 2001:db8::2 50000 80\r\n", "PROXY UNKNOWN\r\n",
    '', "PROXY TCP4 2001:db8::1 192.0.2.2 50000 80\r\n", "PROXY TCP4 192.0.2.1 192.0.2.2 70000 80\r\n", "PROXY TCP4 192.0.2.1\r\n",
    'PROXY TCP4 ' . str_repeat('1', 1 << 20) . "\r\n", "\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c"] as $line) {
    echo told($line), "\n";
}
foreach (str_split("PROXY TCP4 192.0.2.1 192.0.2.2 50000 80\r\nGET / HTTP/1.1\r\n\r\n") as $byte) fwrite($silent, $byte);
echo response($silent)['body'];
fclose($silent);

$far = new Example('haproxy/server.php', 'on (\S+)', 'tcp://127.0.0.1:0', '192.0.2.200');
[$server, $near] = [$far, $server];
echo told("PROXY TCP4 192.0.2.1 192.0.2.2 50000 80\r\n"), "\n";
foreach ([$far, $near] as $one) {
    $one->signal(SIGTERM);
    var_dump($one->ended(), $one->lines);
}
// HAProxy finds out that its server is gone.
$client = stream_socket_client("tcp://127.0.0.1:$port");
echo ask($client)['status'], "\n";
?>
--EXPECT--
You are 127.0.0.1:PORT
You are 127.0.0.77:PORT
You are 192.0.2.1:50000
You are [2001:db8::1]:50000
You are HAProxy
nothing
nothing
nothing
nothing
nothing
nothing
You are 192.0.2.1:50000
nothing
int(0)
array(0) {
}
int(0)
array(0) {
}
HTTP/1.1 503 Service Unavailable
