--TEST--
bindto: counts for wrappers that connect through tcp
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip all of 127/8 is Linux\'s'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
[$server, $name] = listen_on();
$child = in_child(function () use ($server) {
    $conn = stream_socket_accept($server, 10, $peer);
    for (; !in_array(fgets($conn), ["\r\n", false], true););
    fwrite($conn, "HTTP/1.0 200 OK\r\n\r\n" . strtok($peer, ':') . "\n");
    fclose($conn);
});
$context = stream_context_create(['socket' => ['bindto' => '127.0.0.3:0']]);
echo file_get_contents(str_replace('tcp:', 'http:', $name) . '/', false, $context);
posix_kill($child, SIGKILL);
pcntl_waitpid($child, $status);
?>
--EXPECT--
127.0.0.3
