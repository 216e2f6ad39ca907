--TEST--
stream_copy_to_stream(): file to socket, socket to file, socket to socket, with lengths
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
$from = temp_path('copyfrom');
$to = temp_path('copyto');
file_put_contents($from, str_repeat(hash('sha512', 'copy', true), 80000)); // 5 MB
temp_path('copy2');
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('copy')] as $uri) {
    [$a, $b] = connect_pair($uri);
    $pid = in_child(function () use ($a, $b, $from) {
        fclose($b);
        $file = fopen($from, 'r');
        if (stream_copy_to_stream($file, $a, 1000) === 1000) stream_copy_to_stream($file, $a);
    });
    fclose($a);
    $file = fopen($to, 'w');
    var_dump(fread($b, 64) === hash('sha512', 'copy', true)); // leaves bytes in the buffer
    var_dump(stream_copy_to_stream($b, $file, 936), stream_copy_to_stream($b, $file), feof($b));
    fclose($file);
    var_dump(file_get_contents($to) === substr(file_get_contents($from), 64));
    pcntl_waitpid($pid, $status);

    [$a, $b] = connect_pair(str_replace('copy', 'copy2', $uri));
    [$c, $d] = connect_pair();
    $pid = in_child(function () use ($a, $from) {
        fwrite($a, file_get_contents($from));
        stream_socket_shutdown($a, STREAM_SHUT_WR);
    });
    $reader = in_child(function () use ($d, $to) {
        file_put_contents($to, stream_get_contents($d, 5120000));
    });
    fclose($a);
    fclose($d);
    var_dump(stream_copy_to_stream($b, $c));
    pcntl_waitpid($pid, $status);
    pcntl_waitpid($reader, $status);
    clearstatcache();
    var_dump(md5_file($to) === md5_file($from));
}
?>
--EXPECT--
bool(true)
int(936)
int(5119000)
bool(true)
bool(true)
int(5120000)
bool(true)
bool(true)
int(936)
int(5119000)
bool(true)
bool(true)
int(5120000)
bool(true)
