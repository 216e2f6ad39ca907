<?php
// A child made by one of many threads leaves its parent's loop alone and makes its own. (No look-ups: a lock of the C
// library's may be held by another thread in the moment of the fork, and hang the child, with stock PHP, too.) Prints "ok".
declare(strict_types=1);
set_error_handler(static fn($level, $text, $file, $line) => throw new ErrorException($text, 0, $level, $file, $line));
extension_loaded('uvstream') || throw new Error('uvstream is not loaded');

function talk(): string
{
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $name = stream_socket_get_name($server, false);
    $pairs = [];
    for ($i = 0; $i < 30; ++$i) {
        $client = stream_socket_client("tcp://$name", $errno, $errstr, 30);
        $pairs[] = [$client, stream_socket_accept($server, 30)];
    }
    fwrite($pairs[17][0], 'hello');
    $read = array_column($pairs, 1);
    $write = $except = null;
    stream_select($read, $write, $except, 30);
    return array_keys($read) === [17] ? fread($read[17], 100) : 'wrong streams';
}

if (talk() !== 'hello') throw new Error('the parent');
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$pid = pcntl_fork();
if ($pid === 0) {
    try {
        fwrite($theirs, talk());
    } catch (Throwable $error) {
        fwrite($theirs, $error->getMessage());
    }
    posix_kill(getmypid(), SIGKILL); // the program around it is the parent's
}
fclose($theirs);
stream_set_timeout($ours, 30);
$text = stream_get_contents($ours);
pcntl_waitpid($pid, $status);
if ($text !== 'hello') throw new Error("the child: $text");
if (talk() !== 'hello') throw new Error('the parent, afterwards');
echo 'ok';
