--TEST--
What poll(2) and ppoll(2) return to a library in a task is what they return outside; a library that FFI loads parks
--EXTENSIONS--
ffi
pcntl
posix
sockets
--INI--
ffi.enable=1
uvstream.park_libraries=libfake
--SKIPIF--
<?php require __DIR__ . '/../inc/fake_library.inc'; skip_without_fake_library(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/fake_library.inc';
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/waits.inc';
use function Uvstream\{delay, run, spawn, stats, timeout};

const IN = 1, OUT = 4, HUP = 16, NVAL = 32, RDHUP = 0x2000;
$source = <<<'C'
    #define _GNU_SOURCE
    #include <errno.h>
    #include <poll.h>
    #include <signal.h>
    #include <sys/socket.h>
    #include <unistd.h>
    static int say(int result) { return result < 0 ? -errno : result; }
    int make_pair(int* two) { return socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, two); }
    int put(int fd) { return write(fd, "x", 1); }
    int take(int fd) { char one; return read(fd, &one, 1); }
    int shut(int fd) { return shutdown(fd, SHUT_WR); }
    int end(int fd) { return close(fd); }
    int wait_for(struct pollfd* fds, int count, int ms) { return say(poll(fds, count, ms)); }
    int wait_masked(struct pollfd* fds, int count, int ms) {
        struct timespec time = {ms / 1000, ms % 1000 * 1000000L};
        sigset_t mask;
        sigemptyset(&mask);
        return say(ppoll(fds, count, ms < 0 ? 0 : &time, &mask));
    }
    C;
$fake = fake_library('libfake', $source, <<<'C'
    struct pollfd { int fd; short events; short revents; };
    int make_pair(int* two);
    int put(int fd);
    int take(int fd);
    int shut(int fd);
    int end(int fd);
    int wait_for(struct pollfd* fds, int count, int ms);
    int wait_masked(struct pollfd* fds, int count, int ms);
    C);

/** The result, or the negated errno, and the revents of each. */
function poll_of(array $interests, int $ms, string $call = 'wait_for'): array
{
    global $fake;
    $fds = $fake->new('struct pollfd[' . max(1, count($interests)) . ']');
    foreach ($interests as $i => [$fd, $events]) [$fds[$i]->fd, $fds[$i]->events, $fds[$i]->revents] = [$fd, $events, 0];
    $result = $fake->$call($fds, count($interests), $ms);
    return [$result, array_map(fn ($i) => $fds[$i]->revents, array_keys($interests))];
}

function new_pair(): array
{
    global $fake;
    $fake->make_pair($two = $fake->new('int[2]'));
    return [$two[0], $two[1]];
}

// What is so already, or becomes so as time passes: the same without tasks, and in one.
[$a, $b] = new_pair();
[$c, $d] = new_pair();
[$e, $f] = new_pair();
$fake->put($b);
$fake->end($d);
$fake->shut($f);
$cases = [
    'readable' => [[[$a, IN]], -1], 'writable' => [[[$b, OUT]], -1], 'both' => [[[$a, IN | OUT]], -1],
    'hung up' => [[[$c, IN]], -1], 'hung up, no events' => [[[$c, 0]], -1], 'half closed' => [[[$e, RDHUP]], -1],
    'not open' => [[[1000, IN], [$b, IN]], -1], 'negative' => [[[-1, IN], [$a, IN]], -1],
    'time passes' => [[[$b, IN]], 10], 'no time' => [[[$b, IN]], 0], 'none' => [[], 10],
    'only negative' => [[[-5, IN]], 10], 'the same twice' => [[[$a, IN], [$a, OUT]], -1],
    'many' => [[...array_fill(0, 20, [$b, IN]), [$a, IN]], -1], 'no events' => [[[$b, 0]], 10],
];
$all = fn () => array_map(fn ($case) => [poll_of(...$case), poll_of(...[...$case, 'wait_masked'])], $cases);
$alone = $all();
run(function () use ($all, $alone, $fake) {
    $beside = spawn(fn () => delay(60));
    $in_a_task = spawn($all)->await();
    foreach ($alone as $name => $wanted) expect($name, $in_a_task[$name], $wanted);
    $beside->cancel();

    // What another task brings about.
    $waits = function (array $interests, callable $bring, string $call = 'wait_for') {
        $task = spawn(fn () => poll_of($interests, -1, $call));
        let_wait($task);
        $bring();
        return $task->await();
    };
    [$a, $b] = new_pair();
    [$c, $d] = new_pair();
    foreach (['wait_for', 'wait_masked'] as $call) {
        expect("$call readable", $waits([[$a, IN], [$c, IN]], fn () => $fake->put($d), $call), [1, [0, IN]]);
        $fake->take($c);
        $many = array_fill(0, 30, [$a, IN]);
        expect("$call of many", $waits([...$many, [$c, IN]], fn () => $fake->put($d), $call), [1, [...array_fill(0, 30, 0), IN]]);
        $fake->take($c);
    }
    expect('half closed', $waits([[$c, RDHUP]], fn () => $fake->shut($d)), [1, [RDHUP]]);
    expect('hung up', $waits([[$a, 0]], fn () => $fake->end($b)), [1, [HUP]]);

    // Each of several tasks that wait for one descriptor.
    [$a, $b] = new_pair();
    $tasks = array_map(fn () => spawn(fn () => poll_of([[$a, IN]], -1)), range(1, 5));
    let_wait(...$tasks);
    $fake->put($b);
    foreach ($tasks as $task) expect('several', $task->await(), [1, [IN]]);
    $fake->take($a);

    // A signal whose handler runs in the strand that waits.
    pcntl_async_signals(true);
    pcntl_signal(SIGUSR1, fn () => print("handled\n"));
    spawn(fn () => posix_kill(getmypid(), SIGUSR1));
    expect('a signal', poll_of([[$a, IN]], -1), [-SOCKET_EINTR, [0]]);

    // One that another task closes.
    expect('closed', $waits([[$a, IN], [$c, 0]], fn () => $fake->end($a))[0] !== 0, true);

    // The strand's end.
    [$a, $b] = new_pair();
    $task = spawn(fn () => poll_of([[$a, IN]], -1));
    let_wait($task);
    $task->cancel();
    echo outcome(fn () => $task->await()), "\n";
    echo outcome(fn () => timeout(0.01, fn () => poll_of([[$a, IN]], -1))), "\n";
    $fake->put($b);
    expect('afterwards', poll_of([[$a, IN]], -1), [1, [IN]]);
    expect('waits in place', stats()['waits_in_place'], 0);
});
echo "all\n";
?>
--EXPECT--
handled
CancelledError(Requested): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
all
