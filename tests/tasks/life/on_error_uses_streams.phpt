--TEST--
life and death: on_error()'s function, which runs at a task's end, reads and writes, waits and closes streams
--FILE--
<?php
use function Uvstream\{delay, on_error, run, spawn};

on_error(function (Throwable $e) {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    spawn(function () use ($theirs, $e) {
        delay(0);
        fwrite($theirs, "{$e->getMessage()}\n");
        delay(0);
        fclose($theirs);
    });
    spawn(function () use ($ours) {
        delay(0);
        delay(0);
        delay(0);
        fclose($ours); // while it may be waited for
    });
    echo fgets($ours);
    var_dump(@fgets($ours));
});
run(function () {
    spawn(fn () => throw new LogicException('a failure'));
    delay(0.01);
});
echo "end\n";
?>
--EXPECT--
a failure
bool(false)
end
