--TEST--
tasks, promise 10: a call that waits has the stream, whoever lets go of it; its last reference gone, the stream is closed
--INI--
zend.exception_ignore_args=1
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

echo "-- in a variable that another task unsets\n";
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
run(function () use ($theirs) {
    $reader = spawn(function () {
        echo fgets($GLOBALS['ours']);
        return is_resource($GLOBALS['ours'] ?? null);
    });
    delay(0);
    unset($GLOBALS['ours']);
    fwrite($theirs, "a line\n");
    var_dump($reader->await());
    var_dump(fgets($theirs)); // its peer is closed
});

echo "-- of a task that is cancelled\n";
run(function () { // (the trace of what it throws would have the stream as well)
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $reader = spawn(function ($stream) { fgets($stream); }, $ours);
    unset($ours);
    delay(0);
    $peer = spawn(fn () => fgets($theirs)); // until the other end is closed
    delay(0);
    $reader->cancel();
    var_dump($peer->await());
});

echo "-- of an object that closes it at its end\n";
run(function () {
    $connection = new class {
        public $stream, $peer;
        public function __construct() { [$this->stream, $this->peer] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); }
        public function __destruct() { fclose($this->stream); }
    };
    $stream = $connection->stream;
    $reader = spawn(fn () => fgets($stream));
    delay(0);
    unset($connection);
    var_dump($reader->await());
});
?>
--EXPECT--
-- in a variable that another task unsets
a line
bool(false)
bool(false)
-- of a task that is cancelled
bool(false)
-- of an object that closes it at its end
bool(false)
