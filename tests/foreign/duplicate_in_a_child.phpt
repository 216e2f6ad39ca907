--TEST--
streams that are closed while a child holds their duplicate, and get data: they neither end a wait nor keep it busy
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/processor_time.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$to = 'tcp://' . stream_socket_get_name($server, false);
$makers = [
    'tcp' => fn () => [stream_socket_client($to), stream_socket_accept($server)],
    'pair' => fn () => unix_pair(),
    'pipe' => fn () => pipe_pair(),
    'udp' => function () {
        $stream = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
        return [$stream, stream_socket_client('udp://' . stream_socket_get_name($stream, false))];
    },
];
[$other, $other_peer] = unix_pair();
for ($i = 0; $i < 20; ++$i) [$many[], $peers[]] = $makers['tcp'](); // enough for the loop to be worth while
$us = getmypid();
foreach ($makers as $kind => $make) {
    [$stream, $peer] = $make();
    for ($i = 0; $i < 3; ++$i) select_line(['s' => $stream, 'other' => $other] + $many, null, [$stream]);
    $holder = in_child(fn () => sleep(60));
    fclose($stream);
    fwrite($peer, 'x'); // readable, in the child
    $before = processor_time();
    echo "$kind: ", select_line(['other' => $other] + $many, null, null, 0, 400_000), ' ';
    if (processor_time() - $before > 0.2) echo "spins\n";
    // Its number goes to a new stream
    [$new, $new_peer] = $makers['tcp']();
    echo select_line(['new' => $new, 'other' => $other] + $many, null, null, 0, 20_000), ' ';
    $before = processor_time();
    $writer = in_child(function () use ($us, $new_peer, $other_peer) {
        await_sleep($us);
        fwrite($other_peer, 'x');
        await_sleep($us);
        fwrite($new_peer, 'x');
    });
    echo select_line(['new' => $new, 'other' => $other] + $many, null, null, null), ' ';
    fread($other, 10);
    echo select_line(['new' => $new, 'other' => $other] + $many, null, null, null), "\n";
    ended($writer);
    stop($holder);
    fclose($new);
}
?>
--EXPECT--
tcp: 0: [] null null 0: [] null null 1: ["other"] null null 1: ["new"] null null
pair: 0: [] null null 0: [] null null 1: ["other"] null null 1: ["new"] null null
pipe: 0: [] null null 0: [] null null 1: ["other"] null null 1: ["new"] null null
udp: 0: [] null null 0: [] null null 1: ["other"] null null 1: ["new"] null null
