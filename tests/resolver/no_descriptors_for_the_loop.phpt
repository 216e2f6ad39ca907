--TEST--
a name is looked up at once, as in stock PHP, when there are no descriptors for the loop
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$hold = [];
posix_setrlimit(POSIX_RLIMIT_NOFILE, 64, 64);
while ($file = @fopen('/dev/null', 'r')) $hold[] = $file;
for ($free = 1; $free < 10; ++$free) {
    array_pop($hold);
    $client = stream_socket_client("tcp://localhost:$port", $code, $text, 20);
    if (!$client) echo "$free free: $text\n";
    unset($client);
}
echo "done\n";
?>
--EXPECT--
done
