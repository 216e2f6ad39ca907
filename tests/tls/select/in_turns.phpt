--TEST--
TLS: select: TLS in turns of select, fwrite and fread without blocking, as event loops do it
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_plain_server();
$clients = $connections = $echoed = $handshaking = [];
for ($i = 0; $i < 4; ++$i) {
    $clients[$i] = tls_client($to);
    stream_set_blocking($clients[$i], false);
    $echoed[$i] = '';
}
$all = [];
foreach ($clients as $i => $client) $all["client $i"] = $handshaking["client $i"] = $client;
$message = str_repeat('0123456789', 3000) . "\n";
$type = ['client' => STREAM_CRYPTO_METHOD_TLS_CLIENT, 'server' => STREAM_CRYPTO_METHOD_TLS_SERVER];
$out = [];
$enable = function ($name) use (&$all, &$handshaking, &$out, $type, $message) {
    $done = stream_socket_enable_crypto($all[$name], true, $type[strtok($name, ' ')]);
    if ($done === false) die("$name failed\n");
    if ($done !== true) return;
    unset($handshaking[$name]);
    if ($name[0] === 'c') $out[$name] = $message;
};
foreach ($handshaking as $name => $stream) $enable($name);
while (array_filter($echoed, fn ($text) => $text !== $message)) {
    $r = ['listener' => $server] + $all;
    $w = array_intersect_key($all, array_filter($out, 'strlen'));
    $e = null;
    if (!stream_select($r, $w, $e, 20)) die("nothing happens\n");
    foreach ($r as $name => $stream) {
        if ($name === 'listener') {
            $connection = stream_socket_accept($server, 0);
            stream_set_blocking($connection, false);
            $name = 'server ' . count($connections);
            $connections[] = $all[$name] = $handshaking[$name] = $connection;
            $enable($name);
        } elseif (isset($handshaking[$name])) {
            $enable($name);
        } elseif ($name[0] === 's') {
            $out[$name] = ($out[$name] ?? '') . fread($stream, 8192);
        } else {
            $echoed[(int) substr($name, 7)] .= fread($stream, 8192);
        }
    }
    foreach ($w as $name => $stream) {
        $out[$name] = substr($out[$name], (int) fwrite($stream, $out[$name]));
    }
}
echo "all echoed\n";
?>
--EXPECT--
all echoed
