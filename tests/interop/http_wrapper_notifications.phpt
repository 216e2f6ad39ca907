--TEST--
http://: the context's notification callback gets connect, headers and progress
--EXTENSIONS--
pcntl
posix
--INI--
allow_url_fopen=1
--FILE--
<?php
require __DIR__ . '/../inc/http_server.inc';
[$url, $pid] = http_server(1, fn() => "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 30000\r\n\r\n" . str_repeat('x', 30000));
$last = 0;
$context = stream_context_create([], ['notification' => function ($code, $severity, $message, $message_code, $sent, $max) use (&$last) {
    if ($code === STREAM_NOTIFY_PROGRESS) {
        if ($sent < $last) echo "backwards\n";
        $last = $sent;
    } elseif ($code !== STREAM_NOTIFY_COMPLETED) { // (8.3)
        echo "$code $severity ", var_export($message, true), " $message_code $sent of $max\n";
    }
}]);
var_dump(strlen(file_get_contents($url, false, $context)), $last);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
2 0 NULL 0 0 of 0
4 0 'text/plain' 0 0 of 0
5 0 'Content-Length: 30000' 0 0 of 30000
int(30000)
int(30000)
