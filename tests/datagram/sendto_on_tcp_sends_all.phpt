--TEST--
stream_socket_sendto(): several MB on a blocking tcp stream are all sent; on a non-blocking one, what fits
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
$data = str_repeat(hash('sha512', 'sendto', true), 120000); // 7.7 MB
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('sendall')] as $uri) {
    [$a, $b] = connect_pair($uri);
    $pid = in_child(function () use ($b) {
        usleep(50000); // the sender's buffer is full by then, or not: the result is the same
        fwrite($b, md5(stream_get_contents($b, 7680000)) . "\n");
    });
    fclose($b);
    var_dump(stream_socket_sendto($a, $data));
    var_dump(trim(fgets($a)) === md5($data));
    pcntl_waitpid($pid, $status);
}
[$a, $b] = connect_pair();
stream_set_blocking($a, false);
$sent = stream_socket_sendto($a, $data);
var_dump($sent > 0 && $sent < strlen($data));
?>
--EXPECT--
int(7680000)
bool(true)
int(7680000)
bool(true)
bool(true)
