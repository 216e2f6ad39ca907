--TEST--
http://: a 404, nobody there, a server that does not answer in time
--EXTENSIONS--
pcntl
posix
--INI--
allow_url_fopen=1
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/http_server.inc';
[$url, $pid] = http_server(3, fn($line) => strpos($line, '/silent') ? null : "HTTP/1.0 404 Not Found\r\n\r\nno such thing");
set_error_handler(function ($level, $text) {
    echo preg_replace('/\(.*?\)/', '()', trim($text)), "\n";
    return true;
});
var_dump(file_get_contents("$url/nothing"));
$context = stream_context_create(['http' => ['ignore_errors' => true]]);
var_dump(file_get_contents("$url/nothing", false, $context));
$began = hrtime(true);
var_dump(file_get_contents("$url/silent", false, stream_context_create(['http' => ['timeout' => 0.3]])));
var_dump((hrtime(true) - $began) / 1e9 >= 0.298);
pcntl_waitpid($pid, $status);
var_dump(file_get_contents('http://127.0.0.1:' . closed_port() . '/'));
?>
--EXPECT--
file_get_contents(): Failed to open stream: HTTP request failed! HTTP/1.0 404 Not Found
bool(false)
string(13) "no such thing"
file_get_contents(): Failed to open stream: HTTP request failed!
bool(false)
bool(true)
file_get_contents(): Failed to open stream: Connection refused
bool(false)
