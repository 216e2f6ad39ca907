--TEST--
pipes in {main}, with nobody beside it: what stock PHP does, byte for byte
--EXTENSIONS--
posix
pcntl
--FILE--
<?php
set_error_handler(function (int $level, string $text): bool {
    echo "  $level: $text\n";
    return true;
});
$script = <<<'SH'
    printf 'a line\none,two\nrest'; exec 1>&-; cat >/dev/null
    SH;
$process = proc_open(['sh', '-c', $script], [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
var_dump(stream_get_meta_data($pipes[1])['stream_type'], stream_get_meta_data($pipes[1])['timed_out']);
var_dump(fgets($pipes[1]), fgetcsv($pipes[1], null, ',', '"', ''), feof($pipes[1]));
var_dump(fgetc($pipes[1]), stream_get_contents($pipes[1]), feof($pipes[1]), fread($pipes[1], 10), fgets($pipes[1]));
var_dump(fseek($pipes[1], 0), ftell($pipes[1]));
var_dump(stream_set_blocking($pipes[2], false), fread($pipes[2], 10), feof($pipes[2]), fgets($pipes[2]));
var_dump(fwrite($pipes[0], str_repeat('x', 200000)), fread($pipes[0], 10), fwrite($pipes[1], 'x'));
var_dump(fclose($pipes[0]), fclose($pipes[1]), proc_close($process));

echo "big\n";
$process = proc_open(['sort'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
$lines = array_map(fn ($i) => sprintf("%06d\n", $i * 7919 % 150000), range(1, 150000));
var_dump(fwrite($pipes[0], implode($lines)), fclose($pipes[0]));
sort($lines);
var_dump(stream_get_contents($pipes[1]) === implode($lines), proc_close($process));

echo "broken\n";
$process = proc_open(['true'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
var_dump(stream_get_contents($pipes[1]));
while (proc_get_status($process)['running']) usleep(1000);
var_dump(fwrite($pipes[0], str_repeat('x', 100000)), feof($pipes[0]));

echo "commands\n";
var_dump(exec('echo one; echo two; exit 3', $all, $code), $all, $code, shell_exec('echo three'), `echo four`);
var_dump(system('echo five', $code), passthru('echo six'));
$command = popen('read line; echo "$line" >&2; exit 4', 'w');
var_dump(fwrite($command, "x\n"), pclose($command));
$command = popen('echo seven; exit 5', 'r');
var_dump(fread($command, 100), fread($command, 100), feof($command), pclose($command));

echo "stdio\n"; // C's own buffer is behind it
$command = popen('echo eight; echo nine', 'r');
var_dump(fsync($command), fgets($command), fgets($command), fgets($command), feof($command));
?>
--EXPECT--
string(5) "STDIO"
bool(false)
string(7) "a line
"
array(2) {
  [0]=>
  string(3) "one"
  [1]=>
  string(3) "two"
}
bool(false)
string(1) "r"
string(3) "est"
bool(true)
string(0) ""
bool(false)
  2: fseek(): Stream does not support seeking
int(-1)
int(18)
bool(true)
string(0) ""
bool(false)
bool(false)
  8: fread(): Read of 8192 bytes failed with errno=9 Bad file descriptor
  8: fwrite(): Write of 1 bytes failed with errno=9 Bad file descriptor
int(200000)
bool(false)
bool(false)
bool(true)
bool(true)
int(0)
big
int(1050000)
bool(true)
bool(true)
int(0)
broken
string(0) ""
  8: fwrite(): Write of 100000 bytes failed with errno=32 Broken pipe
bool(false)
bool(false)
commands
string(3) "two"
array(2) {
  [0]=>
  string(3) "one"
  [1]=>
  string(3) "two"
}
int(3)
string(6) "three
"
string(5) "four
"
five
six
string(4) "five"
NULL
x
int(2)
int(4)
string(6) "seven
"
string(0) ""
bool(true)
int(5)
stdio
bool(false)
string(6) "eight
"
string(5) "nine
"
bool(false)
bool(true)
