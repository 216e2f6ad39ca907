--TEST--
so_rcvbuf out of range: a unix server makes no file
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$path = temp_path('option-file');
foreach (['unix', 'udg'] as $transport) {
    $context = stream_context_create(['socket' => ['so_rcvbuf' => -1]]);
    $server = @stream_socket_server("$transport://$path", $errno, $errstr, 4, $context);
    // 8.6 has these options for tcp and udp alone; if unix looks at them, then as they do.
    var_dump($server ? true : $errno === 0 && $errstr === 'so_rcvbuf context option must be between 1 and 2147483647');
    var_dump((bool) $server === file_exists($path));
    @unlink($path);
    clearstatcache();
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
