--TEST--
proc_open(): a tcp connection as the child's input and output
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
$process = proc_open([PHP_BINARY, '-n', '-r', 'echo strtoupper(fgets(STDIN)); while (($l = fgets(STDIN)) !== false) echo strrev(trim($l)), "\n";'],
    [$b, $b, STDERR], $pipes);
fclose($b);
fwrite($a, "hello\nabc\ndef\n");
stream_socket_shutdown($a, STREAM_SHUT_WR);
var_dump(fgets($a), fgets($a), fgets($a), fgets($a), feof($a));
var_dump(proc_close($process));
?>
--EXPECT--
string(6) "HELLO
"
string(4) "cba
"
string(4) "fed
"
bool(false)
bool(true)
int(0)
