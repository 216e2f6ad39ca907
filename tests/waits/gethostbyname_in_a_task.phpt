--TEST--
gethostbyname(), gethostbynamel() and gethostbyaddr(), and the look-ups of ext/sockets, wait for a name server while other tasks run
--EXTENSIONS--
pcntl
posix
sockets
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
use function Uvstream\{run, spawn, delay, timeout};

enter_private_network(60);
$names = serve_names();

// Each answer is sent by another task, once that is asked for.
run(function () {
    $one = spawn(fn () => gethostbyname('late-one.test.'));
    $list = spawn(fn () => gethostbynamel('late-list.test.'));
    delay(0.01);
    answer_late('late-list');
    echo implode(' ', $list->await()), "\n";
    answer_late('late-one');
    echo $one->await(), "\n";
    echo gethostbyaddr('192.0.2.1'), "\n";

    $server = stream_socket_server('tcp://127.0.0.1:0');
    $port = (int) substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
    $connect = spawn(fn () => socket_connect(socket_create(AF_INET, SOCK_STREAM, 0), 'late-connect.test.', $port));
    $info = spawn(fn () => socket_addrinfo_explain(socket_addrinfo_lookup('late-info.test.', '80', ['ai_family' => AF_INET])[0])['ai_addr']);
    delay(0.01);
    answer_late('late-info');
    echo json_encode($info->await()), "\n";
    answer_late('late-connect');
    var_dump($connect->await());
    echo gethostbyname('gone.test.'), ' ', json_encode(gethostbynamel('gone.test.')), "\n";
});

// A name of a C string, what is no string, and in {main} beside a task that waits.
$beside = spawn(fn () => delay(60));
echo gethostbyname('alive.test.'), ' ', gethostbyname('127.1'), ' ', gethostbyname(5), "\n";
try {
    gethostbyname("alive\0.test.");
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
echo strlen(gethostbyname(str_repeat('x', 256))), "\n";
$beside->cancel();

// Cancelled and timed out at once, with nothing left but the thread, which goes on with it.
run(function () {
    $task = spawn(fn () => gethostbyname('dead.test.'));
    delay(0.01);
    $task->cancel();
    try {
        $task->await();
    } catch (Uvstream\CancelledError) {
        echo "cancelled\n";
    }
    $socket = socket_create(AF_INET, SOCK_STREAM, 0);
    $calls = [fn () => gethostbynamel('dead.test.'), fn () => gethostbyname('dead.test.'), fn () => gethostbyaddr('192.0.2.66'),
        fn () => socket_connect($socket, 'dead.test.', 80), fn () => socket_addrinfo_lookup('dead.test.')];
    foreach ($calls as $call) {
        try {
            echo json_encode(timeout(0.01, $call)), "\n";
        } catch (Uvstream\TimeoutException) {
            echo "timed out\n";
        }
    }
    echo gethostbyname('alive.test.'), "\n";
});
stop($names);
?>
--EXPECTF--
127.0.0.1
127.0.0.1
host.test
{"sin_port":80,"sin_addr":"127.0.0.1"}
bool(true)
gone.test. false
127.0.0.1 127.0.0.1 0.0.0.5
gethostbyname(): Argument #1 ($hostname) must not contain any null bytes

Warning: gethostbyname(): Host name cannot be longer than 255 characters in %s on line %d
256
cancelled
timed out
timed out
timed out
timed out
timed out
127.0.0.1
