--TEST--
tasks, promise 11: a stream that a task closes while another uses it is no signal to the accept loop
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

pcntl_async_signals(true);
pcntl_signal(SIGTERM, function () { echo "handled\n"; });
run(function () {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    spawn(function () use ($server) {
        for ($i = 0; $i < 5; ++$i) {
            [$ours] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
            $reader = spawn(fn () => fread($ours, 10));
            delay(0);
            fclose($ours);
            var_dump($reader->await());
        }
        fclose(stream_socket_client('tcp://' . stream_socket_get_name($server, false)));
    });
    var_dump(is_resource(stream_socket_accept($server, -1)));
});

echo "-- nor is a signal to a selection of a task's\n";
run(function () {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    spawn(function () use ($ours) {
        $read = [$ours];
        $none = null;
        posix_kill(getmypid(), SIGTERM);
        var_dump(stream_select($read, $none, $none, 20));
    });
    delay(0.05);
    fwrite($theirs, 'data');
});
?>
--EXPECT--
string(0) ""
string(0) ""
string(0) ""
string(0) ""
string(0) ""
bool(true)
-- nor is a signal to a selection of a task's
handled
int(1)
