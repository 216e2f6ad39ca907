--TEST--
seeing: uvstream.dump_signal has the process write its dump to the log while it waits; the wait goes on, and a sleep sleeps on
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

// What {main} waits in, alone and beside a task. Each is over by what the test writes, and not by the signal.
const WAITS = [
    'fgets' => 'fgets($pair[0]);',
    'accept' => 'var_dump((bool) stream_socket_accept($server, 20));',
    'select' => '$r = [$pair[0]]; $w = $e = null; var_dump(stream_select($r, $w, $e, 20));',
    'recvfrom' => 'var_dump(stream_socket_recvfrom($pair[0], 5));',
    'sleep' => 'var_dump(sleep(1));',
];
const ENDS = ['fgets' => 'fwrite($pair[1], "x\n");', 'accept' => 'stream_socket_client($name);',
    'select' => 'fwrite($pair[1], "x");', 'recvfrom' => 'fwrite($pair[1], "x");', 'sleep' => ''];

foreach (WAITS as $name => $wait) foreach (['alone', 'beside a task'] as $how) {
    $end = ENDS[$name];
    $process = new Watched('
        pcntl_async_signals(true);
        $server = stream_socket_server("tcp://127.0.0.1:0");
        $name = "tcp://" . stream_socket_get_name($server, false);
        $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        if (($child = pcntl_fork()) === 0) {
            fgets(STDIN);
            ' . $end . '
            posix_kill(getmypid(), SIGKILL);
        }
        ' . ($how === 'alone' ? '' : 'Uvstream\spawn(fn () => Uvstream\delay(60));') . '
        echo "waits\n";
        ' . $wait . '
        echo "went on\n";', ['uvstream.dump_signal=SIGUSR2']);
    $process->line();
    await_sleep($process->pid);
    for ($i = 0; $i < 2; ++$i) {
        $process->log = '';
        $process->signal(SIGUSR2);
        $process->await_log('/\{main\}.*\n/');
    }
    echo "-- $name, $how: ", without_numbers($process->await_log('/\{main\}.*\n/')[0]);
    $process->go_on();
    echo $process->rest();
}
?>
--EXPECT--
-- fgets, alone: {main} waits to read a unix socket without a name in fgets() at Command line code:13, for T s
went on
-- fgets, beside a task: {main} waits to read a unix socket without a name in fgets() at Command line code:13, for T s
went on
-- accept, alone: {main} waits to accept at tcp://127.0.0.1:PORT in stream_socket_accept() at Command line code:13, for T s
bool(true)
went on
-- accept, beside a task: {main} waits to accept at tcp://127.0.0.1:PORT in stream_socket_accept() at Command line code:13, for T s
bool(true)
went on
-- select, alone: {main} waits for one of several streams in stream_select() at Command line code:13, for T s
int(1)
went on
-- select, beside a task: {main} waits for one of several streams in stream_select() at Command line code:13, for T s
int(1)
went on
-- recvfrom, alone: {main} waits to read a unix socket without a name in stream_socket_recvfrom() at Command line code:13, for T s
string(1) "x"
went on
-- recvfrom, beside a task: {main} waits to read a unix socket without a name in stream_socket_recvfrom() at Command line code:13, for T s
string(1) "x"
went on
-- sleep, alone: {main} waits in sleep() at Command line code:13, for T s
int(0)
went on
-- sleep, beside a task: {main} waits for another T s in sleep() at Command line code:13, for T s
int(0)
went on
