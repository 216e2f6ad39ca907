--TEST--
fwrite(): a non-blocking socket takes what fits, then 0 without a notice, then goes on; nothing is lost
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('nbwrite')] as $uri) {
    [$a, $b] = connect_pair($uri);
    stream_set_blocking($a, false);
    $data = pack('V*', ...range(0, 1499999));
    $sent = 0;
    while (($n = fwrite($a, substr($data, $sent))) > 0) $sent += $n;
    var_dump($n, $sent > 0, $sent < strlen($data), feof($a));
    var_dump(fwrite($a, 'again'), stream_get_meta_data($a)['timed_out']);
    $got = '';
    while ($sent < strlen($data) || strlen($got) < $sent) {
        $got .= fread($b, 65536);
        if ($sent < strlen($data)) $sent += fwrite($a, substr($data, $sent, 200000));
    }
    var_dump($got === $data);
}
?>
--EXPECT--
int(0)
bool(true)
bool(true)
bool(false)
int(0)
bool(false)
bool(true)
int(0)
bool(true)
bool(true)
bool(false)
int(0)
bool(false)
bool(true)
