--TEST--
select: within a stream's notifications
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/http_server.inc';
[$a, $b] = unix_pair();
[$url, $child] = http_server(1, fn () => "HTTP/1.0 200 OK\r\nContent-Length: 100000\r\n\r\n" . str_repeat('x', 100000));
$context = stream_context_create();
$codes = [];
stream_context_set_params($context, ['notification' => function (int $code) use ($a, $b, &$codes, &$stream) {
    fwrite($b, 'x');
    $line = select_line(['a' => $a], ['b' => $b], null, 20);
    fread($a, 1);
    if ($code === STREAM_NOTIFY_PROGRESS && $stream) {
        $line .= ' ' . preg_replace('/^[01]: .*/', 'looked', select_line([$stream]));
    }
    $codes[$line] = ($codes[$line] ?? 0) + 1;
}]);
$stream = fopen("$url/", 'r', false, $context);
$text = '';
while (!feof($stream)) {
    $r = [$stream];
    $w = $e = null;
    if (stream_select($r, $w, $e, 20) !== 1) die("nothing comes\n");
    $text .= fread($stream, 8192);
}
var_dump(strlen($text));
echo implode("\n", array_keys($codes)), "\n";
pcntl_waitpid($child, $status);
?>
--EXPECT--
int(100000)
2: ["a"] ["b"] null
2: ["a"] ["b"] null looked
