--TEST--
a read's notification waits on the same stream, and a signal's handler closes it there: the read returns what it has
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/descriptors.inc';
pcntl_async_signals(true);
$server = stream_socket_server('tcp://127.0.0.1:0');
$us = getmypid();

function serve($server, int $us): void
{
    $theirs = stream_socket_accept($server);
    while (rtrim(fgets($theirs)) !== '');
    fwrite($theirs, "HTTP/1.0 200 OK\r\nContent-Length: 100\r\n\r\n");
    await_sleep($us); // in its read
    fwrite($theirs, 'first');
    await_sleep($us); // in its notification's
    posix_kill($us, SIGUSR1);
    stream_set_timeout($theirs, 20);
    exit(fgets($theirs) === false && feof($theirs) ? 0 : 1);
}

foreach (['fclose', 'pclose'] as $close) {
    $before = count_descriptors();
    $is_due = false;
    $notify = function ($code) use (&$ours, &$is_due) {
        if ($code !== STREAM_NOTIFY_PROGRESS || !$is_due) return;
        $is_due = false;
        var_dump(fread($ours, 10));
        var_dump(is_resource($ours));
    };
    $context = stream_context_create([], ['notification' => $notify]);
    pcntl_signal(SIGUSR1, function () use ($close, &$ours) { $close($ours); });
    $child = in_child(function () use ($server, $us) { serve($server, $us); });
    $ours = fopen('http://' . stream_socket_get_name($server, false), 'r', false, $context);
    stream_set_timeout($ours, 20);
    $is_due = true;
    var_dump(fread($ours, 10));
    for ($i = 0; $i < 3; ++$i); // a safe point
    var_dump(is_resource($ours), ended($child), count_descriptors() - $before);
}
?>
--EXPECT--
bool(false)
bool(true)
string(5) "first"
bool(false)
int(0)
int(0)
bool(false)
bool(false)
string(5) "first"
bool(false)
int(0)
int(0)
