--TEST--
A libcurl that asks again when a wait has failed (before 7.84) has its connections end then: the task that is cancelled does not spin
--EXTENSIONS--
ffi
posix
--INI--
ffi.enable=1
--SKIPIF--
<?php require __DIR__ . '/../inc/fake_library.inc'; skip_without_fake_library(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/fake_library.inc';
require __DIR__ . '/../inc/waits.inc';
use function Uvstream\{run, spawn, timeout};

// Its file has the name of the one that is told of its end so.
$curl = fake_library('libcurl', <<<'C'
    #include <arpa/inet.h>
    #include <poll.h>
    #include <sys/socket.h>
    int polls;
    int transfer(int fd, int own) {
        char byte;
        for (polls = 0; polls < 1000; ++polls) {
            struct pollfd fds[] = {{fd, POLLIN, 0}, {own, POLLIN, 0}};
            if (poll(fds, 2, 20000) > 0 && fds[0].revents && recv(fd, &byte, 1, MSG_DONTWAIT) <= 0) return 0;
        }
        return -1;
    }
    int connect_to(int port) {
        struct sockaddr_in to = {AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}};
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        return connect(fd, (struct sockaddr*)&to, sizeof to) == 0 ? fd : -1;
    }
    int pair(int* two) { return socketpair(AF_UNIX, SOCK_STREAM, 0, two); }
    C, 'extern int polls; int transfer(int fd, int own); int connect_to(int port); int pair(int* two);');

run(function () use ($curl) {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $fd = $curl->connect_to((int) substr(strrchr(stream_socket_get_name($server, false), ':'), 1));
    $peer = stream_socket_accept($server);
    $own = $curl->new('int[2]');
    $curl->pair($own);
    $task = spawn(fn () => $curl->transfer($fd, $own[0]));
    let_wait($task);
    $task->cancel();
    expect('cancelled', result_or_class(fn () => $task->await()), Uvstream\CancelledError::class);
    expect('polls', $curl->polls, 1); // the second said what ends it
    expect('the peer reads', fread($peer, 1), '');
    expect('the peer is at the end', feof($peer), true);
});
echo "all\n";
?>
--EXPECT--
all
