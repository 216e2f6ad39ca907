--TEST--
select: streams that are closed between calls, and their numbers taken by streams of other kinds
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
$path = temp_path('reuse');
file_put_contents($path, 'content');
$server = stream_socket_server('tcp://127.0.0.1:0');
$to = 'tcp://' . stream_socket_get_name($server, false);
$keep = [];
// Each makes a stream on the lowest free number, and says what shall be told: idle, then with something to read
$kinds = [
    'tcp' => function () use ($server, $to, &$keep) {
        $stream = stream_socket_client($to);
        $keep[] = $peer = stream_socket_accept($server);
        return [$stream, fn () => fwrite($peer, 'x')];
    },
    'file' => fn () => [fopen($path, 'r'), fn () => 0],
    'udp' => function () {
        $stream = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
        return [$stream, fn () => stream_socket_sendto($stream, 'x', 0, stream_socket_get_name($stream, false))];
    },
    'pair' => function () use (&$keep) {
        [$stream, $keep[]] = unix_pair();
        return [$stream, fn () => fwrite(end($keep), 'x')];
    },
    'null' => fn () => [fopen('/dev/null', 'r+'), fn () => 0],
    'listener' => function () {
        $stream = stream_socket_server('tcp://127.0.0.1:0');
        return [$stream, fn () => stream_socket_client('tcp://' . stream_socket_get_name($stream, false))];
    },
    'process' => function () use (&$keep) {
        $stream = popen('exec cat', 'w');
        return [$stream, fn () => 0];
    },
];
foreach ([true, false] as $selected) { // selected before it was closed, or not
    foreach ($kinds as $first => $_) {
        foreach ($kinds as $second => $_) {
            [$stream, $happen] = $kinds[$first]();
            if ($selected) {
                select_line([$stream], [$stream], [$stream]);
                $happen();
                if ($first !== 'process') wait_readable($stream);
            } else {
                $happen();
            }
            fclose($stream);
            foreach ([$second, $first] as $kind) { // and once more
                [$stream, $happen] = $kinds[$kind]();
                $line = "$kind: " . select_line([$stream], [$stream], [$stream]);
                $happen();
                if ($kind !== 'process') wait_readable($stream);
                $told[$line . ' then ' . select_line([$stream], [$stream]) . ' ' . select_line(null, null, [$stream])] = true;
                fclose($stream);
            }
            $keep = [];
        }
    }
}
ksort($told);
echo implode("\n", array_keys($told)), "\n";
?>
--EXPECT--
file: 2: [0] [0] [] then 2: [0] [0] null 0: null null []
listener: 0: [] [] [] then 1: [0] [] null 0: null null []
null: 2: [0] [0] [] then 2: [0] [0] null 0: null null []
pair: 1: [] [0] [] then 2: [0] [0] null 0: null null []
process: 1: [] [0] [] then 1: [] [0] null 0: null null []
tcp: 1: [] [0] [] then 2: [0] [0] null 0: null null []
udp: 1: [] [0] [] then 2: [0] [0] null 0: null null []
