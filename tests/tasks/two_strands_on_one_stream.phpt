--TEST--
On one stream a task reads while another writes; readers, and writers, queue in the order in which they came, call by call
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/tls.inc';
use function Uvstream\{run, spawn, delay};

function use_pair(string $name, $ours, $theirs): void
{
    echo "$name\n";
    // One waits for an answer to what another is still to ask.
    $reader = spawn(fn () => fgets($ours));
    $writer = spawn(fn () => fwrite($ours, "a question\n"));
    $server = spawn(fn () => fwrite($theirs, 'the answer to ' . fgets($theirs)));
    echo $reader->await();
    $server->await();
    // Readers: each gets a whole line, and the first that came gets the first.
    $readers = array_map(fn () => spawn(fn () => fgets($ours)), range(0, 3));
    delay(0);
    foreach (["0 in ", "two\n1\n2 and", " more\n3\n"] as $piece) {
        fwrite($theirs, $piece);
        delay(0.002);
    }
    foreach ($readers as $i => $one) echo $one->await();
    // Writers: what each writes in one call stays whole, though it has to wait for room, in the order in which they came.
    $size = 1_000_000;
    $texts = array_map(fn ($i) => str_repeat((string) $i, $size), range(0, 3));
    $writers = array_map(fn ($text) => spawn(fn () => fwrite($ours, $text)), $texts);
    $got = spawn(fn () => stream_get_contents($theirs, 4 * $size))->await();
    foreach ($writers as $writer) echo $writer->await() === $size ? '' : 'not all; ';
    echo $got === implode('', $texts) ? "whole\n" : "torn\n";
}

run(function () {
    use_pair('tcp', ...array_slice(connect_pair(), 0, 2));
    use_pair('unix', ...stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0));
    use_pair('tls', ...array_slice(tls_pair(), 0, 2));
});
?>
--EXPECT--
tcp
the answer to a question
0 in two
1
2 and more
3
whole
unix
the answer to a question
0 in two
1
2 and more
3
whole
tls
the answer to a question
0 in two
1
2 and more
3
whole
