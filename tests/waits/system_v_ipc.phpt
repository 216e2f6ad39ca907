--TEST--
sem_acquire(), msg_receive() and msg_send() in a task let the others run, of whom one ends the wait
--EXTENSIONS--
sysvsem
sysvmsg
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/parked.inc';
use function Uvstream\run;

$key = ftok(__FILE__, 'u') ^ getmypid();
$queue = msg_get_queue($key);
register_shutdown_function(fn () => msg_remove_queue($queue));

run(function () use ($key, $queue) {
    $held = sem_get($key);
    $wanted = sem_get($key);
    sem_acquire($held);
    $task = parked(fn () => sem_acquire($wanted));
    echo place_of($task), ': ';
    sem_release($held);
    var_dump($task->await(), sem_acquire($held, true));
    $task = parked(fn () => outcome(fn () => sem_acquire($held)));
    $task->cancel();
    echo $task->await(), "\n";
    $task = parked(fn () => @sem_acquire($held));
    sem_remove($wanted);
    var_dump($task->await());

    $task = parked(fn () => [msg_receive($queue, 0, $type, 100, $message), $type, $message]);
    echo place_of($task), ': ';
    msg_send($queue, 5, 'a message');
    echo json_encode($task->await()), "\n";
    $task = parked(fn () => outcome(fn () => msg_receive($queue, 0, $type, 100, $message)));
    $task->cancel();
    echo $task->await(), "\n";

    $text = str_repeat('x', 1000);
    while (@msg_send($queue, 1, $text, false, false));
    $task = parked(fn () => msg_send($queue, 2, $text, false));
    echo place_of($task), ': ';
    msg_receive($queue, 1, $type, 1000, $message, false);
    var_dump($task->await());
    $task = parked(fn () => outcome(fn () => @msg_send($queue, 2, $text, false)));
    $task->cancel();
    echo $task->await(), "\n";
});
?>
--EXPECT--
sem_acquire: bool(true)
bool(false)
CancelledError(Requested): The task was cancelled
bool(false)
msg_receive: [true,5,"a message"]
CancelledError(Requested): The task was cancelled
msg_send: bool(true)
CancelledError(Requested): The task was cancelled
