--TEST--
tasks, promise 10: a stream that one task closes wakes who has it among the arguments of a call, and waits on another one
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

function pair(bool $is_full = false): array
{
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    stream_set_blocking($ours, false);
    while ($is_full && fwrite($ours, str_repeat('x', 65536)) > 0);
    stream_set_blocking($ours, true);
    return [$ours, $theirs];
}
function file_of(string $content)
{
    fwrite($file = tmpfile(), $content);
    rewind($file);
    return $file;
}

[$empty, $peer] = pair();
[$full, $reader] = pair(true);
$cases = [ // what is read, what is written, and which of them is closed
    'the file that is written' => [$empty, $file = file_of(''), $file],
    'the file that is read' => [$file = file_of('content'), $full, $file],
    'the socket that is written' => [$empty, $other = pair()[0], $other],
    'the socket that is waited for' => [$empty, file_of(''), $empty],
];
foreach ($cases as $name => [$from, $to, $closed]) {
    run(function () use ($name, $from, $to, $closed) {
        $copy = spawn(fn () => stream_copy_to_stream($from, $to));
        while (!str_starts_with($copy->where(), 'waits')) delay(0);
        fclose($closed);
        $copy->await();
        echo "$name: ended", is_resource($closed) ? ', and it is open' : '', "\n";
    });
}

echo "-- what has come by then is handed out, and the next wait ends\n";
[$from, $peer] = pair();
$file = file_of('');
$copy = spawn(fn () => stream_copy_to_stream($from, $file));
delay(0);
fwrite($peer, 'content');
while (ftell($from) === 0) delay(0);
fclose($file);
$copy->await();
echo ftell($from), "\n";
?>
--EXPECT--
the file that is written: ended
the file that is read: ended
the socket that is written: ended
the socket that is waited for: ended
-- what has come by then is handed out, and the next wait ends
7
