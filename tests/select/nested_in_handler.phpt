--TEST--
select: within a signal handler that runs in a waiting fread, fgets, accept, on the same stream and on others
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
// On stock PHP a handler runs after these calls only: this one waits for its handler.
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
pcntl_async_signals(true);
[$theirs, $ours, $server] = connect_pair();
[$a, $b] = unix_pair();
$to = 'tcp://' . stream_socket_get_name($server, false);
pcntl_signal(SIGUSR1, function () use ($ours, $theirs, $server, $a, $b, $to, &$make) {
    $all = ['ours' => $ours, 'server' => $server, 'a' => $a];
    echo '  ', select_line($all, ['ours' => $ours]), "\n"; // none of them
    echo '  ', select_line($all, null, null, 0, 20_000), "\n"; // waits
    fwrite($b, 'x');
    echo '  ', select_line($all, null, $all, 20), "\n";
    fread($a, 1);
    $make();
    echo '  ', select_line($all, null, null, 20), "\n"; // what the call below waits for
});
stream_set_timeout($ours, 20);
$keep = [];
foreach ([[fn () => fread($ours, 100), fn () => fwrite($theirs, "a line\n")], [fn () => fgets($ours), fn () => fwrite($theirs, "a line\n")],
    [fn () => is_resource(@stream_socket_accept($server, 20)), function () use ($to, &$keep) { $keep[] = stream_socket_client($to); }]]
    as [$call, $make]) {
    select_line([$ours, $server], null, [$ours, $server]); // all are known to the loop
    $child = signal_in_wait(SIGUSR1);
    var_dump($call());
    ended($child);
}
?>
--EXPECT--
  1: [] ["ours"] null
  0: [] null null
  1: ["a"] null []
  1: ["ours"] null null
string(7) "a line
"
  1: [] ["ours"] null
  0: [] null null
  1: ["a"] null []
  1: ["ours"] null null
string(7) "a line
"
  1: [] ["ours"] null
  0: [] null null
  1: ["a"] null []
  1: ["server"] null null
bool(false)
