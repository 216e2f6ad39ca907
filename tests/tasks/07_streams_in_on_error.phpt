--TEST--
tasks, promise 7: who is told of a failure, and the destructors of what a task leaves, may use streams
--FILE--
<?php
use function Uvstream\{on_error, run, spawn};

[$one, $other] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
stream_set_timeout($one, 10);

class Left
{
    public function __destruct() // (Where PHP does not let it switch, as in 8.2, it has to do without the others.)
    {
        fwrite($GLOBALS['other'], "in a destructor\n");
        echo fgets($GLOBALS['one']);
    }
}

on_error(function ($failure) use ($one, $other) {
    spawn(fn () => fwrite($other, "{$failure->getMessage()}\n"));
    echo fgets($one);
});
run(function () {
    spawn(function () { throw new Exception('a failure'); });
    spawn(fn () => new Left);
    spawn(fn (Left $argument) => 0, new Left);
});

echo Uvstream\first([fn () => 'first', fn () => 'second']), "\n";
?>
--EXPECT--
in a destructor
in a destructor
a failure
first
