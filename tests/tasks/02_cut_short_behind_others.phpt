--TEST--
tasks, promise 2: several read one stream, and any of them is cut short, also while it waits for its turn: no byte is lost, or had twice
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/tls.inc';
require_once __DIR__ . '/../inc/parked.inc';
use Uvstream\Task;
use function Uvstream\delay;

function cancel(Task $task): string
{
    $task->cancel();
    try {
        return json_encode($task->await());
    } catch (Uvstream\CancelledError) {
        return 'cancelled';
    }
}

function unix_pair(): array { return stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); }

echo "-- a record is cancelled behind a reader that has had some\n";
[$stream, $peer] = unix_pair();
fwrite($peer, "in the buffer\n");
fgets($stream, 4);
fgets($stream);
$first = parked(fn () => fgets($stream));
$second = parked(fn () => fgetcsv($stream, null, ',', '"', ''));
fwrite($peer, "one\n");
while (ftell($stream) < 18) delay(0);
echo $first->await(), cancel($second), "\n";
fwrite($peer, "two\n");
echo fgets($stream);

echo "-- what is put back is for who waits without a buffer, too\n";
foreach (['unix' => unix_pair(...), 'tls' => fn () => array_slice(tls_pair(), 0, 2)] as $kind => $pair) {
    [$stream, $peer] = $pair();
    stream_set_read_buffer($stream, 0);
    $first = parked(fn () => stream_get_contents($stream, 100));
    $second = parked(fn () => fread($stream, 100));
    fwrite($peer, 'half');
    delay(0.002);
    echo "$kind: ", cancel($first), ' ', $second->await(), "\n";
}

echo "-- a line that came through a filter, whose call then waited on\n";
[$stream, $peer] = unix_pair();
stream_filter_append($stream, 'string.rot13', STREAM_FILTER_READ);
$task = parked(fn () => stream_get_line($stream, 100, "\n"));
fwrite($peer, "nyy bs vg\nnaq zber");
delay(0.002);
echo cancel($task), "\n";
stream_socket_shutdown($peer, STREAM_SHUT_WR);
echo stream_get_line($stream, 100, "\n"), ', ', stream_get_line($stream, 100, "\n"), "\n";
?>
--EXPECT--
-- a record is cancelled behind a reader that has had some
one
cancelled
two
-- what is put back is for who waits without a buffer, too
unix: cancelled half
tls: cancelled half
-- a line that came through a filter, whose call then waited on
cancelled
all of it, and more
