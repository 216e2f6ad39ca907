--TEST--
names are looked up at once, as in stock PHP, where the system gives none of what a loop takes; nothing is left open
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/failing_calls.inc'; skip_without_strace(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/failing_calls.inc';
$code = <<<'PHP'
for ($i = 0; $i < 3; ++$i) {
    $server = stream_socket_server('tcp://localhost:0');
    $port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
    $client = stream_socket_client("tcp://localhost:$port", $code, $text, 20);
    $accepted = stream_socket_accept($server, 20);
    fwrite($client, "line $i\n");
    echo fgets($accepted);
    unset($server, $client, $accepted);
    // (By number: thread-safe PHP remembers what /proc/self is.)
    $descriptors[] = count(scandir('/proc/' . getmypid() . '/fd'));
}
// (libuv keeps the first pipe that it makes.)
echo $descriptors[2] - $descriptors[0], " left behind\n";
PHP;
foreach (['epoll_create1:error=EMFILE', 'eventfd2:error=ENFILE', 'pipe2:error=ENFILE', 'epoll_ctl:error=ENOSPC',
    'epoll_ctl:error=ENOMEM:when=2+2'] as $failing) {
    run_with_failing($failing, $code);
}
?>
--EXPECT--
line 0
line 1
line 2
0 left behind
epoll_create1:error=EMFILE: ends with 0
line 0
line 1
line 2
0 left behind
eventfd2:error=ENFILE: ends with 0
line 0
line 1
line 2
0 left behind
pipe2:error=ENFILE: ends with 0
line 0
line 1
line 2
0 left behind
epoll_ctl:error=ENOSPC: ends with 0
line 0
line 1
line 2
0 left behind
epoll_ctl:error=ENOMEM:when=2+2: ends with 0
