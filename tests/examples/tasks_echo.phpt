--TEST--
tasks/echo.php: each client has its lines back, whoever else is silent
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
$server = new Example('tasks/echo.php', 'on (\S+),');
$clients = [$silent = $server->connect(), $server->connect(), $server->connect()];
fwrite($clients[0], 'half a ');
foreach ([2, 1, 2] as $i) {
    fwrite($clients[$i], "line of $i\n");
    echo fgets($clients[$i]);
}
[$said, $code] = Example::run('', 'tasks/echo.php', $server->address);
echo strstr($said, 'Address'), "$code\n";
fwrite($clients[1], $long = str_repeat('x', 100_000) . "\n");
var_dump(stream_get_contents($clients[1], strlen($long)) === $long);
fclose($clients[2]);
fwrite($silent, "line\n");
echo fgets($silent);
// One that leaves while it is answered is no news.
stream_set_blocking($clients[1], false);
for ($i = 0; $i < 100; ++$i) @fwrite($clients[1], str_repeat(str_repeat('x', 8000) . "\n", 20));
fclose($clients[1]);
for ($i = 0; $i < 3; ++$i) {
    fwrite($silent, "line\n");
    echo fgets($silent);
}
$server->signal(9);
var_dump($server->rest());
?>
--EXPECT--
line of 2
line of 1
line of 2
Address already in use
1
bool(true)
half a line
line
line
line
string(0) ""
