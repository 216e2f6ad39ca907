--TEST--
STDIN: a pipe, a socket, a file, /dev/null and a closed one are read and selected
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/child_php.inc';
require __DIR__ . '/../inc/select.inc';
$code = 'require "' . __DIR__ . '/../inc/select.inc";
    $stdin = [STDIN, "in" => fopen("php://stdin", "r")];
    echo select_line($stdin), "\n", select_line([STDIN], null, null, null), "\n", json_encode(fgets(STDIN)), "\n";
    echo select_line($stdin, [], $stdin, null), "\n", json_encode([stream_get_contents(STDIN), feof(STDIN)]), "\n";
    echo select_line($stdin, null, null, null), "\n";';
[$pair, $other] = unix_pair();
[$theirs, $ours, $server] = connect_pair();
$path = tempnam(sys_get_temp_dir(), 'uvs-stdin');
file_put_contents($path, "one\ntwo\n");
$inputs = ['pipe' => ['pipe', 'r'], 'pair' => $other, 'tcp' => $theirs, 'file' => ['file', $path, 'r'], 'null' => ['file', '/dev/null', 'r']];
foreach ($inputs as $name => $input) {
    $process = proc_open(php_command($code), [0 => $input, 1 => ['pipe', 'w']], $pipes);
    $pid = proc_get_status($process)['pid'];
    if (is_resource($input)) fclose($input);
    $out = ['pipe' => $pipes[0] ?? null, 'pair' => $pair, 'tcp' => $ours][$name] ?? null;
    $said = fgets($pipes[1]);
    if ($out) {
        await_sleep($pid);
        fwrite($out, "one\n");
        $said .= fgets($pipes[1]) . fgets($pipes[1]);
        await_sleep($pid);
        fwrite($out, "two\n");
        $name === 'pipe' ? fclose($out) : stream_socket_shutdown($out, STREAM_SHUT_WR); // (stock's child has a copy of ours)
    }
    echo "$name\n$said", stream_get_contents($pipes[1]);
    var_dump(proc_close($process));
}
unlink($path);
?>
--EXPECT--
pipe
0: [] null null
1: [0] null null
"one\n"
2: [0,"in"] [] []
["two\n",true]
2: [0,"in"] null null
int(0)
pair
0: [] null null
1: [0] null null
"one\n"
2: [0,"in"] [] []
["two\n",true]
2: [0,"in"] null null
int(0)
tcp
0: [] null null
1: [0] null null
"one\n"
2: [0,"in"] [] []
["two\n",true]
2: [0,"in"] null null
int(0)
file
2: [0,"in"] null null
1: [0] null null
"one\n"
1: [0] [] []
["two\n",true]
2: [0,"in"] null null
int(0)
null
2: [0,"in"] null null
1: [0] null null
false
2: [0,"in"] [] []
["",true]
2: [0,"in"] null null
int(0)
