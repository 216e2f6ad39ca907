--TEST--
signal handlers within the reads of a filtered stream: never an empty read before the end
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
// Where PHP's two buffers lie decides, so several layouts are tried.
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$us = getmypid();
$web = in_child(function () use ($server) {
    for (;;) {
        $client = stream_socket_accept($server, 60);
        while (rtrim(fgets($client)) !== '');
        fwrite($client, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for ($i = 0; $i < 50; ++$i) fwrite($client, "8000\r\n" . str_repeat('x', 32768) . "\r\n");
        fwrite($client, "0\r\n\r\n");
        fclose($client);
    }
});
pcntl_signal(SIGUSR2, function () {}); // before the storm
$storm = in_child(function () use ($us) {
    while (posix_getppid() === $us) {
        posix_kill($us, SIGUSR2);
        usleep(100);
    }
});
pcntl_async_signals(true);
$context = stream_context_create(['http' => ['protocol_version' => 1.1, 'header' => 'Connection: close']]);
for ($round = $empty = $sum = 0; $round < 30; ++$round) {
    $filling[] = str_repeat('y', 4000 * ($round % 7 + 1));
    if ($round % 5 === 0) unset($filling[intdiv($round, 2)]);
    $page = fopen('http://' . stream_socket_get_name($server, false) . '/', 'r', false, $context);
    while (!feof($page)) {
        $part = fread($page, 8192);
        if ($part === '' && !feof($page)) ++$empty;
        $sum += strlen($part);
    }
}
pcntl_signal(SIGUSR2, SIG_IGN);
posix_kill($web, SIGKILL);
posix_kill($storm, SIGKILL);
var_dump($sum === 30 * 50 * 32768, $empty);
?>
--EXPECT--
bool(true)
int(0)
