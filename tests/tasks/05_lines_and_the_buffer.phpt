--TEST--
tasks, promise 5: what one reader leaves in a stream's buffer is for the one who waits, and what one has begun with is nobody else's
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/tls.inc';
require_once __DIR__ . '/../inc/parked.inc';
use function Uvstream\{all, delay, spawn};

function pairs(): iterable
{
    yield 'unix' => stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    yield 'tls' => array_slice(tls_pair(), 0, 2);
}

echo "-- lines that are longer than a piece of the buffer, read by several\n";
foreach (pairs() as $kind => [$stream, $peer]) {
    $lines = array_map(fn ($i) => "$i " . str_repeat('x', 8885 + 7 * $i) . "\n", range(0, 99));
    spawn(function () use ($peer, $lines) {
        foreach (array_chunk($lines, 3) as $some) fwrite($peer, implode($some));
        stream_socket_shutdown($peer, STREAM_SHUT_WR);
    });
    $got = [];
    $reads = [
        fn () => fgets($stream),
        fn () => ($line = stream_get_line($stream, 100_000, "\n")) === false ? false : "$line\n",
        fn () => ($line = fgetcsv($stream, null, ',', '"', '')) === false ? false : "$line[0]\n",
        fn () => fgets($stream),
    ];
    foreach ($reads as $i => $read) {
        $reads[$i] = function () use ($read, &$got) {
            while (($line = $read()) !== false) $got[] = $line;
        };
    }
    all($reads);
    echo "$kind: ", $got === $lines ? 'whole' : 'torn', "\n";
}

echo "-- who comes in between gets nothing of what is for those who wait\n";
foreach (pairs() as $kind => [$stream, $peer]) {
    $began_at = ftell($stream);
    foreach (['a', 'b', 'c'] as $name) $tasks[$name] = parked(fn () => trim(fgets($stream)) . (fgets($stream) ? ', more' : ''));
    fwrite($peer, "1\n2\n3\n4\n5\n6\n7\n");
    while (ftell($stream) === $began_at) delay(0); // until the first has its line
    echo "$kind, {main}: ", trim(fgets($stream)), "\n";
    foreach ($tasks as $name => $task) echo "$name: ", $task->await(), "\n";
}

echo "-- what a record has so far is not to be had while it waits for more\n";
foreach (pairs() as $kind => [$stream, $peer]) {
    $record = parked(fn () => stream_get_line($stream, 100, '.'));
    fwrite($peer, 'half');
    delay(0.002);
    $line = parked(fn () => fread($stream, 100));
    fwrite($peer, ' and half.a line');
    echo "$kind: ", $record->await(), '; ', $line->await(), "\n";
}

echo "-- nobody who waits is left: it is to be had again\n";
foreach (pairs() as $kind => [$stream, $peer]) {
    $first = parked(fn () => fgets($stream));
    $second = parked(fn () => fgets($stream));
    fwrite($peer, "1\n2\n");
    $first->await();
    $second->cancel();
    try {
        echo "$kind, the second: ", trim($second->await()), "\n"; // it had come
        fwrite($peer, "2\n");
    } catch (Uvstream\CancelledError) {
        echo "$kind, the second: nothing\n";
    }
    stream_set_blocking($stream, false);
    do {
        delay(0);
    } while (($line = fgets($stream)) === false);
    echo "$kind: ", trim($line), "\n";
}
?>
--EXPECT--
-- lines that are longer than a piece of the buffer, read by several
unix: whole
tls: whole
-- who comes in between gets nothing of what is for those who wait
unix, {main}: 5
a: 1, more
b: 2, more
c: 3, more
tls, {main}: 5
a: 1, more
b: 2, more
c: 3, more
-- what a record has so far is not to be had while it waits for more
unix: half and half; a line
tls: half and half; a line
-- nobody who waits is left: it is to be had again
unix, the second: 2
unix: 2
tls, the second: 2
tls: 2
