--TEST--
A wait of {main} ends by a signal, or goes on, as on stock PHP, also where the signal came while a task was running
--EXTENSIONS--
pcntl
posix
sockets
sysvmsg
sysvsem
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
use function Uvstream\{delay, spawn};

// Each makes [what waits, what ends that].
$path = temp_path('lock');
posix_mkfifo($fifo = temp_path('fifo'), 0600);
$key = ftok(__FILE__, 'a') ^ getmypid();
$kinds = [
    'accept' => function () {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($server, false);
        return [fn () => is_resource(stream_socket_accept($server, -1)), fn () => stream_socket_client("tcp://$address")];
    },
    'select' => function () {
        $ends = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        return [function () use ($ends) {
            [$read, $write, $except] = [[$ends[0]], null, null];
            return stream_select($read, $write, $except, null);
        }, fn () => fwrite($ends[1], 'x')];
    },
    'sleep' => fn () => [fn () => sleep(60) > 0, fn () => null],
    'flock' => function () use ($path) {
        [$holder, $waiting] = [fopen($path, 'c'), fopen($path, 'c')];
        flock($holder, LOCK_EX);
        return [fn () => flock($waiting, LOCK_EX), fn () => flock($holder, LOCK_UN)];
    },
    'waitpid' => function () {
        $child = pcntl_fork();
        if ($child === 0) while (true) sleep(60);
        return [fn () => pcntl_waitpid($child, $status) === $child, fn () => posix_kill($child, SIGKILL)];
    },
    'semaphore' => function () use ($key) {
        [$holder, $waiting] = [sem_get($key), sem_get($key)];
        sem_acquire($holder);
        return [fn () => sem_acquire($waiting) && sem_release($waiting) && sem_remove($waiting), fn () => sem_release($holder)];
    },
    'message' => function () use ($key) {
        $queue = msg_get_queue($key);
        return [function () use ($queue) {
            $received = msg_receive($queue, 1, $type, 100, $message, true, 0, $error);
            msg_remove_queue($queue);
            return [$received, $error === SOCKET_EINTR];
        }, fn () => msg_send($queue, 1, 'x')];
    },
    'signal' => fn () => [fn () => pcntl_sigtimedwait([SIGUSR2], $info, 60) > 0, fn () => posix_kill(getmypid(), SIGUSR2)],
    'socket' => function () {
        socket_create_pair(AF_UNIX, SOCK_STREAM, 0, $pair);
        return [fn () => socket_read($pair[0], 100), fn () => socket_write($pair[1], 'x')];
    },
    'FIFO' => fn () => [fn () => is_resource(fopen($fifo, 'r')), fn () => fopen($fifo, 'w+')],
];

$parked = spawn(fn () => delay(600));
pcntl_sigprocmask(SIG_BLOCK, [SIGUSR2]);
set_error_handler(fn () => true);
foreach ([false, true] as $is_async) {
    pcntl_async_signals($is_async);
    foreach ([false, true] as $restarts) {
        pcntl_signal(SIGUSR1, fn () => print(' handler'), $restarts);
        echo $is_async ? 'asynchronous' : 'later', $restarts ? ', restarting' : '', "\n";
        foreach ($kinds as $name => $make) {
            [$wait, $end] = $make();
            $task = spawn(function () use ($end) {
                posix_kill(getmypid(), SIGUSR1); // (it has come when this returns)
                delay(0.05);
                $end();
            });
            echo "  $name:";
            $result = $wait();
            echo ' ', json_encode($result);
            pcntl_signal_dispatch(); // (prints only where it is not asynchronous)
            echo "\n";
            $task->await();
            pcntl_sigtimedwait([SIGUSR2], $info, 0, 1); // that of a wait that had ended
            pcntl_wait($status, WNOHANG);
        }
    }
}
exit;
?>
--EXPECT--
later
  accept: false handler
  select: false handler
  sleep: true handler
  flock: false handler
  waitpid: false handler
  semaphore: true handler
  message: [false,true] handler
  signal: false handler
  socket: false handler
  FIFO: false handler
later, restarting
  accept: false handler
  select: false handler
  sleep: true handler
  flock: true handler
  waitpid: true handler
  semaphore: true handler
  message: [false,true] handler
  signal: false handler
  socket: "x" handler
  FIFO: true handler
asynchronous
  accept: handler false
  select: handler false
  sleep: handler true
  flock: handler false
  waitpid: handler false
  semaphore: handler true
  message: handler [false,true]
  signal: handler false
  socket: handler false
  FIFO: handler false
asynchronous, restarting
  accept: handler false
  select: handler false
  sleep: handler true
  flock: handler true
  waitpid: handler true
  semaphore: handler true
  message: handler [false,true]
  signal: handler false
  socket: handler "x"
  FIFO: handler true
