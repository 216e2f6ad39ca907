--TEST--
tasks, promise 11: a handler stops the accept loop of {main}, or of the task with the innermost run; the others go on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
use Uvstream\Task;
use function Uvstream\{delay, run, spawn};
require __DIR__ . '/../inc/children.inc';

pcntl_async_signals(true);
$go = true;
pcntl_signal(SIGTERM, function () use (&$go) {
    echo 'handled in ', Task::current()?->name ?? '{main}', "\n";
    $go = false;
});

$serve = function (callable $signal) use (&$go) {
    $go = true;
    run(function () use (&$go, $signal) {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        $client = spawn(function () use ($server) {
            $client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
            return fgets($client) . fgets($client);
        });
        spawn($signal);
        for ($accepted = $connections = []; $go; $accepted[] = is_resource($connections[] = $connection)) {
            $connection = @stream_socket_accept($server, -1);
            if ($connection) fwrite($connection, "hello\n");
        }
        echo json_encode($accepted), "\n";
        fwrite($connections[0], "bye\n"); // the client's wait went on
        echo $client->await();
    });
};
$computes = function () {
    delay(0.05); // the server waits again
    posix_kill(getmypid(), SIGTERM);
    for ($i = 0; $i < 100000; ++$i);
    echo "the task goes on\n";
};
$sleeps = function () {
    static $child;
    delay(0.05);
    $child = signal_in_wait(SIGTERM);
};
foreach ([$computes, $sleeps] as $signal) $serve($signal);

echo "-- in a task\n";
run(function () use ($serve, $computes) {
    $task = spawn($serve, $computes);
    $task->name = 'server';
});
?>
--EXPECT--
the task goes on
handled in {main}
[true,false]
hello
bye
handled in {main}
[true,false]
hello
bye
-- in a task
the task goes on
handled in server
[true,false]
hello
bye
