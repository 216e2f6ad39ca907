--TEST--
TLS: handshake=lazy: a select loop serves two clients while a third one is silent
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to, $tcp] = tls_lazy_server();
stream_set_blocking($server, false);
$silent = stream_socket_client($tcp);
$children = [];
for ($i = 0; $i < 2; ++$i) {
    $children[] = child_client($to, function ($client) use ($i) {
        for ($round = 0; $round < 3; ++$round) {
            fwrite($client, "$i-$round\n");
            if (fgets($client) !== "echo $i-$round\n") exit(1);
        }
    });
}
$streams = [(int) $server => $server];
for ($gone = 0; $gone < 2; ) {
    $r = $streams;
    $w = $e = null;
    if (stream_select($r, $w, $e, 20) < 1) die("nothing happens\n");
    foreach ($r as $id => $stream) {
        if ($stream === $server) {
            $new = stream_socket_accept($server, 0);
            stream_set_blocking($new, false);
            $streams[(int) $new] = $new;
        } elseif (($line = fgets($stream)) !== false) {
            fwrite($stream, "echo $line");
        } elseif (feof($stream)) {
            unset($streams[$id]);
            ++$gone;
        }
    }
}
var_dump(array_map('ended', $children), count($streams)); // listener and silent client are left
?>
--EXPECT--
array(2) {
  [0]=>
  int(0)
  [1]=>
  int(0)
}
int(2)
