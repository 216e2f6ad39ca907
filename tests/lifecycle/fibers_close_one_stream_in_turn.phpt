--TEST--
a stream whose users leave in the order in which they came is closed when the last one has left
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/sockets.inc';

// Writes to a stream whose write side is shut, and is away in the error handler until it is resumed.
function failing_write($stream): Fiber
{
    $fiber = new Fiber(function () use ($stream) {
        set_error_handler(function () { Fiber::suspend(); return true; });
        return fwrite($stream, 'too late');
    });
    $fiber->start();
    restore_error_handler();
    return $fiber;
}

foreach (['while both are away', 'when one is back', 'at the end'] as $when) {
    [$theirs, $ours] = connect_pair();
    stream_set_timeout($theirs, 20);
    stream_socket_shutdown($ours, STREAM_SHUT_WR);
    $first = failing_write($ours);
    $second = failing_write($ours);
    if ($when === 'while both are away') fclose($ours);
    $first->resume();
    if ($when === 'when one is back') fclose($ours);
    $second->resume();
    if ($when === 'at the end') fclose($ours);
    echo "$when\n", json_encode([$first->getReturn(), $second->getReturn(), is_resource($ours)]), "\n";
    for ($i = 0; $i < 3; ++$i); // a safe point
    $first = $second = null;
    var_dump(is_resource($ours));
    for ($i = 0; @fwrite($theirs, 'x') && $i < 1000; ++$i) usleep(1000);
    var_dump($i < 1000); // nobody has the other end
}
?>
--EXPECT--
while both are away
[false,false,false]
bool(false)
bool(true)
when one is back
[false,false,false]
bool(false)
bool(true)
at the end
[false,false,false]
bool(false)
bool(true)
