--TEST--
select: pipes of popen() and proc_open(), and their wrong ends
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
$turn = fn ($stream) => select_line(['s' => $stream], ['s' => $stream], ['s' => $stream]) . "\n";
[$read, $write] = pipe_pair();
echo 'read end ', $turn($read), 'write end ', $turn($write);
echo select_line(null, [$read]), ' ', select_line([$write]), "\n";
fwrite($write, 'data');
echo 'with data ', $turn($read), $turn($read), $turn($write);
fread($read, 10);
echo 'read ', $turn($read);
fclose($write);
echo 'writer gone ', $turn($read), $turn($read), select_line(null, [$read]), "\n";
[$read, $write] = pipe_pair();
fclose($read);
echo 'reader gone ', $turn($write), $turn($write), select_line([$write]), ' ', select_line(null, null, [$write]), "\n";

// Processes: their output, their end
$out = popen('echo popen; exec cat </dev/null', 'r');
$in = popen('exec cat >/dev/null', 'w');
echo select_line(null, ['in' => $in], null, 20), "\n";
wait_readable($out);
echo fgets($out), select_line(['out' => $out], null, null, null), ' ', json_encode(fgets($out)), "\n";
var_dump(pclose($out), pclose($in));
$process = proc_open('cat; echo error >&2', [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
$idle = fn () => select_line($pipes, $pipes, $pipes);
echo 'cat ', $idle(), "\n";
fwrite($pipes[0], 'through');
echo select_line(['out' => $pipes[1], 'err' => $pipes[2]], null, null, null), ' ', fread($pipes[1], 100), "\n";
fclose($pipes[0]);
echo select_line(['err' => $pipes[2]], null, null, null), ' ', fgets($pipes[2]);
echo select_line(['out' => $pipes[1]], null, null, null), ' ', select_line(['err' => $pipes[2]], null, null, null), "\n";
var_dump(proc_close($process));
?>
--EXPECT--
read end 0: [] [] []
write end 1: [] ["s"] []
0: null [] null 0: [] null null
with data 1: ["s"] [] []
1: ["s"] [] []
1: [] ["s"] []
read 0: [] [] []
writer gone 1: ["s"] [] []
1: ["s"] [] []
0: null [] null
reader gone 2: ["s"] ["s"] []
2: ["s"] ["s"] []
1: [0] null null 0: null null []
1: null ["in"] null
popen
1: ["out"] null null false
int(0)
int(0)
cat 1: [] [0] []
1: ["out"] null null through
1: ["err"] null null error
1: ["out"] null null 1: ["err"] null null
int(0)
