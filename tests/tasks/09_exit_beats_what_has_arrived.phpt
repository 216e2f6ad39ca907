--TEST--
exit() in a task ends the script, whatever {main} has waited for and got by it
--EXTENSIONS--
uvstream
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$waits = [
    'await' => 'spawn(leave(...))->await();',
    'await, caught' => 'try { spawn(leave(...))->await(); } catch (Throwable) { echo "caught, "; }',
    'run' => 'run(function () { spawn(leave(...)); });',
    'await within run' => 'run(function () { spawn(leave(...))->await(); echo "unreached, "; });',
    'group' => 'group(function ($group) { $group->spawn(leave(...)); });',
    'all' => 'all([leave(...)]);',
    'first' => 'first([leave(...)]);',
    'channel' => 'spawn(leave(...)); $channel->receive();',
    'stream' => 'spawn(leave(...)); fgets($ours);',
    'select' => 'spawn(leave(...)); $read = [$ours]; @stream_select($read, $none, $none, 60);',
    'nobody' => 'spawn(leave(...)); delay(60);',
];
foreach ($waits as $name => $wait) {
    $code = 'use function Uvstream\{all, delay, first, group, run, spawn};
        function leave() {
            global $channel, $theirs;
            delay(0);
            fwrite($theirs, "a line\n");
            $channel->send(true);
            exit(7);
        }
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $channel = new Uvstream\Channel(1);
        ' . $wait . ' echo "went on, ";';
    $child = proc_open(php_command($code), [1 => ['pipe', 'w'], ['redirect', 1]], $pipes);
    $printed = stream_get_contents($pipes[1]);
    echo "$name: $printed", proc_close($child), "\n";
}
?>
--EXPECT--
await: 7
await, caught: 7
run: 7
await within run: 7
group: 7
all: 7
first: 7
channel: 7
stream: 7
select: 7
nobody: 7
