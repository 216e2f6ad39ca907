<?php
// Persistent connections outlive the request, and end with their thread. Prints "ok".
declare(strict_types=1);
set_error_handler(static fn($level, $text, $file, $line) => throw new ErrorException($text, 0, $level, $file, $line));
extension_loaded('uvstream') || throw new Error('uvstream is not loaded');

$server = stream_socket_server('tcp://127.0.0.1:0');
$name = stream_socket_get_name($server, false);
$client = pfsockopen('tcp://' . strstr($name, ':', true), (int) substr(strrchr($name, ':'), 1));
fwrite(stream_socket_accept($server), "hello\n");
if (fgets($client) !== "hello\n") throw new Error('wrong text');
echo 'ok';
