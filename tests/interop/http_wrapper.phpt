--TEST--
http://: file_get_contents(), fopen() with its headers, POST, a redirect, an error
--EXTENSIONS--
pcntl
posix
--INI--
allow_url_fopen=1
--FILE--
<?php
require __DIR__ . '/../inc/http_server.inc';
[$url, $pid] = http_server(6, function ($line, $headers, $body, $base) {
    [$method, $path] = explode(' ', $line);
    switch ($path) {
        case '/plain': return "HTTP/1.0 200 OK\r\nX-Colour: blue\r\nContent-Length: 5\r\n\r\nhello";
        case '/post': return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n$method " . strrev($body) . ' ' . $headers['x-mine'];
        case '/from': return "HTTP/1.1 302 Found\r\nLocation: $base/plain\r\nConnection: close\r\n\r\n";
        case '/large': return "HTTP/1.0 200 OK\r\n\r\n" . str_repeat('x', 3000000);
        default: return "HTTP/1.0 404 Not Found\r\n\r\nno such thing";
    }
});
var_dump(file_get_contents("$url/plain"));
$stream = fopen("$url/plain", 'r');
$meta = stream_get_meta_data($stream);
var_dump($meta['wrapper_type'], preg_replace('/\W.*/', '', $meta['stream_type']), $meta['wrapper_data'], fgets($stream), feof($stream));
fclose($stream);
$post = ['http' => ['method' => 'POST', 'content' => 'abc', 'header' => "X-Mine: yes\r\nContent-Type: text/plain"]];
var_dump(file_get_contents("$url/post", false, stream_context_create($post)));
var_dump(file_get_contents("$url/from"));
var_dump(strlen(file_get_contents("$url/large")));
pcntl_waitpid($pid, $status);
?>
--EXPECT--
string(5) "hello"
string(4) "http"
string(10) "tcp_socket"
array(3) {
  [0]=>
  string(15) "HTTP/1.0 200 OK"
  [1]=>
  string(14) "X-Colour: blue"
  [2]=>
  string(17) "Content-Length: 5"
}
string(5) "hello"
bool(true)
string(12) "POST cba yes"
string(5) "hello"
int(3000000)
