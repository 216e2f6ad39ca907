--TEST--
http: a notification of the progress closes the stream that is being read
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/http_server.inc';
[$url, $pid] = http_server(1, fn() => "HTTP/1.0 200 OK\r\n\r\n" . str_repeat('x', 100000));
$reading = false;
$context = stream_context_create([], ['notification' => function (int $code) use (&$stream, &$reading) {
    if ($code === STREAM_NOTIFY_PROGRESS && $reading && is_resource($stream)) var_dump(fclose($stream));
}]);
$stream = fopen($url, 'r', false, $context);
$reading = true;
for ($got = 0; is_resource($stream) && !feof($stream); $got += strlen(fread($stream, 8192)));
var_dump($got < 100000);
?>
--EXPECT--
bool(true)
bool(true)
