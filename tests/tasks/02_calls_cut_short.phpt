--TEST--
tasks, promise 2: what a call had taken when its wait was cancelled is read by who comes next, whatever the call was to make of it
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/tls.inc';
require_once __DIR__ . '/../inc/parked.inc';
use Uvstream\Task;
use function Uvstream\{delay, spawn};

function cancel(Task $task): string
{
    $task->cancel();
    try {
        return json_encode($task->await());
    } catch (Uvstream\CancelledError $error) {
        return '';
    }
}

$pairs = [
    'unix' => fn () => stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0),
    'tls' => fn () => array_slice(tls_pair(), 0, 2),
    'filtered' => function () {
        $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        stream_filter_append($pair[0], 'string.rot13', STREAM_FILTER_READ);
        stream_filter_append($pair[0], 'string.rot13', STREAM_FILTER_READ);
        return $pair;
    },
];
$calls = [
    'fgets' => fn ($stream) => fgets($stream),
    'fscanf' => fn ($stream) => fscanf($stream, '%s'),
    'fgetcsv' => fn ($stream) => fgetcsv($stream, null, ',', '"', ''),
];
$long = str_repeat('0123456789', 2500);
// What lies in the buffer before the call, and the pieces that come while it waits.
$texts = [
    'half a line' => ['', ['half']],
    'it began in the buffer' => ["first\nhalf", [' of it', ' and more']],
    'a record of several lines' => ["first\n\"one\ntwo", ["\nthree", "\n" . $long, "\n\nfour\n", 'five']],
    'a long line' => ["first\n", [$long, $long]],
    'a longer one' => ['', [$long, $long, $long]],
    'a long record' => ['', ["\"$long\n", $long, "\n$long\n"]],
];
foreach ($pairs as $kind => $pair) {
    foreach ($calls as $name => $call) {
        foreach ($texts as $what => [$before, $pieces]) {
            if ($name !== 'fgetcsv' && str_contains($what, 'record')) continue;
            if ($kind === 'filtered' && $before !== '') continue; // its reads wait until the buffer is full
            [$stream, $peer] = $pair();
            fwrite($peer, $before);
            $got = $before === '' ? '' : fgets($stream);
            $began_at = ftell($stream);
            $task = parked(fn () => $call($stream));
            foreach ($pieces as $piece) {
                for (; $piece !== ''; $piece = substr($piece, 5000)) {
                    fwrite($peer, substr($piece, 0, 5000));
                    delay(0.001); // (if it is not read by then, there is less to put back)
                }
            }
            $told = cancel($task);
            $moved = ftell($stream) - $began_at;
            fwrite($peer, 'the rest');
            stream_socket_shutdown($peer, STREAM_SHUT_WR);
            $got .= stream_get_contents($stream);
            $is_right = $told === '' && $got === $before . implode('', $pieces) . 'the rest';
            if (!$is_right || $moved !== 0) echo "$kind, $name, $what: $told ", strlen($got), " moved $moved\n";
        }
    }
}

echo "-- fread() of more than the buffer has\n";
[$stream, $peer] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($peer, "line\nin the buffer");
fgets($stream);
$task = spawn(fn () => fread($stream, 100));
delay(0.001);
echo cancel($task) ?: json_encode(fgets($stream, 14)), "\n"; // (it waits before PHP 8.3)

echo "-- a copy that waits for room\n";
foreach (['unix', 'tls'] as $kind) {
    [$from, $source] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    [$to, $drain] = $pairs[$kind]();
    $text = str_repeat('0123456789abcdefghijklmnopqrstuvwxyz', 200_000);
    $writer = spawn(function () use ($source, $text) {
        fwrite($source, $text);
        stream_socket_shutdown($source, STREAM_SHUT_WR);
    });
    $copy = spawn(fn () => stream_copy_to_stream($from, $to));
    do {
        $was_at = ftell($to);
        delay(0.02);
    } while (ftell($to) !== $was_at || $was_at === 0); // (on a busy machine it may stand still for another reason)
    cancel($copy);
    $rest = spawn(fn () => stream_get_contents($from));
    $writer->await();
    $rest = $rest->await();
    stream_socket_shutdown($to, STREAM_SHUT_WR);
    $gone = stream_get_contents($drain);
    echo "$kind: ", $gone . $rest === $text ? 'whole' : strlen($gone) . ' + ' . strlen($rest) . ' of ' . strlen($text), "\n";
}
?>
--EXPECT--
-- fread() of more than the buffer has
"in the buffer"
-- a copy that waits for room
unix: whole
tls: whole
