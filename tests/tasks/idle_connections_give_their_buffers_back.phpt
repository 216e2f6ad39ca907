--TEST--
Tasks that wait for something to read keep no read buffer meanwhile, and read what comes
--FILE--
<?php
use function Uvstream\{run, spawn, delay};

const COUNT = 100;

run(function () {
    $ends = array_map(fn () => stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0), range(1, COUNT));
    $is_open = false;
    $gate = spawn(function () use (&$is_open) { while (!$is_open) delay(0.001); });
    $tasks = [];
    foreach ($ends as [$ours]) {
        $tasks[] = spawn(function () use ($ours, $gate) {
            $gate->await();
            return [fgets($ours), fgets($ours), fread($ours, 2), stream_get_line($ours, 100, '!'), stream_get_contents($ours)];
        });
    }
    delay(0.005);
    $before = memory_get_usage();
    $is_open = true;
    $gate->await();
    delay(0.001);
    echo memory_get_usage() - $before < COUNT * 1024 ? "no buffers\n" : "they keep their buffers\n";
    foreach ($ends as $i => [, $theirs]) fwrite($theirs, "line $i\n");
    delay(0.001);
    foreach ($ends as $i => [, $theirs]) fwrite($theirs, "half a ");
    delay(0.001);
    foreach ($ends as $i => [, $theirs]) fwrite($theirs, "line\nx");
    delay(0.001);
    foreach ($ends as $i => [, $theirs]) fwrite($theirs, "yto ");
    delay(0.001);
    foreach ($ends as $i => [, $theirs]) fwrite($theirs, "here!and the ");
    delay(0.001);
    foreach ($ends as $i => [, $theirs]) fwrite($theirs, "rest");
    foreach ($ends as [, $theirs]) stream_socket_shutdown($theirs, STREAM_SHUT_WR);
    foreach ($tasks as $i => $task) {
        [$first, $second, $some, $half, $rest] = $task->await();
        if (strlen($some) === 1) [$some, $half] = [$some . $half[0], substr($half, 1)];
        if ([$first, $second, $some, $half, $rest] !== ["line $i\n", "half a line\n", 'xy', 'to here', 'and the rest']) {
            var_dump($first, $second, $some, $half, $rest);
        }
    }
});
?>
--EXPECT--
no buffers
