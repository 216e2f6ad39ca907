--TEST--
tasks, promise 10: a stream that one task closes wakes those who wait on it, whatever they do
--FILE--
<?php
use function Uvstream\{delay, run, spawn};
require __DIR__ . '/../inc/sockets.inc';

set_error_handler(function (int $level, string $text): bool {
    echo '  ', preg_replace('/max_fd=\d+/', 'max_fd', $text), "\n";
    return true;
});

/** A socket whose peer has written "half"; and one that takes no more. */
$reads = function (callable $read) {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    fwrite($theirs, 'half');
    fread($ours, 2);
    return [$ours, fn () => $read($ours), $theirs];
};
$writes = function (callable $write) {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    fill($ours);
    return [$ours, fn () => $write($ours), $theirs];
};
$file = function (string $content = '') {
    fwrite($file = tmpfile(), $content);
    rewind($file);
    return $file;
};
$select = function (?array $read, ?array $write) {
    $none = null;
    return stream_select($read, $write, $none, null);
};
$cases = [ // the stream that is closed, and what waits
    'fgets' => $reads(fgets(...)),
    'stream_get_line' => $reads(fn ($stream) => stream_get_line($stream, 100, "\n")),
    'stream_get_contents' => $reads(stream_get_contents(...)),
    'fpassthru' => $reads(fn ($stream) => stream_get_contents($stream, 2) . fpassthru($stream)),
    'fread' => $reads(fn ($stream) => [stream_get_contents($stream, 2), fread($stream, 100)]),
    'fread with a time limit' => $reads(fn ($stream) => stream_set_timeout($stream, 50) ? [stream_get_contents($stream, 2), fread($stream, 100)] : 0),
    'fgetc' => $reads(fn ($stream) => [fgetc($stream), fgetc($stream), fgetc($stream)]),
    'fread through a filter' => $reads(fn ($stream) => [stream_get_contents($stream, 2), stream_filter_append($stream, 'string.rot13') ? fread($stream, 100) : 0]),
    'recvfrom' => $reads(fn ($stream) => [stream_get_contents($stream, 2), stream_socket_recvfrom($stream, 100)]),
    'fwrite' => $writes(fn ($stream) => fwrite($stream, 'x')),
    'sendto' => $writes(fn ($stream) => stream_socket_sendto($stream, 'x')),
    'accept' => [$server = listen_on()[0], fn () => stream_socket_accept($server, -1)],
    'datagram' => [$udp = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND),
        fn () => stream_socket_recvfrom($udp, 100)],
    'select to read' => $reads(fn ($stream) => [stream_get_contents($stream, 2), $select([$stream], null)]),
    'select to write' => $writes(fn ($stream) => $select(null, [$stream])),
    'copy from it to a file' => $reads(fn ($stream) => stream_copy_to_stream($stream, $file())),
    'copy from a file to it' => $writes(fn ($stream) => stream_copy_to_stream($file('content'), $stream)),
];
foreach ($cases as $name => [$stream, $wait]) {
    echo "$name\n";
    run(function () use ($stream, $wait, $name) {
        $waits = spawn(function () use ($wait, $stream) {
            try {
                $result = $wait();
            } catch (Throwable $error) {
                $result = $error->getMessage();
            }
            echo '  ', json_encode($result), is_resource($stream) ? ', and it is open' : '', "\n";
        });
        delay(0);
        if ($waits->isDone()) echo "  it did not wait\n";
        fclose($stream);
        $waits->await();
    });
}
?>
--EXPECT--
fgets
  "lf"
stream_get_line
  false
stream_get_contents
  "lf"
fpassthru
  "lf-1"
fread
  ["lf",false]
fread with a time limit
  ["lf",false]
fgetc
  ["l","f",false]
fread through a filter
  ["lf",false]
recvfrom
  ["lf",false]
fwrite
  false
sendto
  -1
accept
  stream_socket_accept(): Accept failed: Operation canceled
  false
datagram
  false
select to read
  stream_select(): Unable to select [125]: Operation canceled (max_fd)
  ["lf",false]
select to write
  stream_select(): Unable to select [125]: Operation canceled (max_fd)
  false
copy from it to a file
  false
copy from a file to it
  false
