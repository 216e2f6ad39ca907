--TEST--
systemd/: started by systemd-socket-activate when a client comes; systemd-analyze finds nothing wrong with the units
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php
foreach (['systemd-socket-activate', 'systemd-analyze'] as $program) {
    if (!trim((string) shell_exec("command -v $program"))) die("skip needs $program (systemd)");
}
?>
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
require __DIR__ . '/../inc/temp_path.inc';

$path = temp_path('activated');
$server = Example::by(['systemd-socket-activate', "--listen=$path", ...Example::command('systemd/server.php')], 'Listening on (\S+)');
$client = stream_socket_client("unix://$path");
fwrite($client, 'hello');
echo stream_get_contents($client, 5), "\n";
var_dump($server->await('echoes on (\S+)')[1] === $path);
fclose($client);
$server->signal(SIGTERM);
var_dump($server->ended());

// (This PHP in the place of /usr/bin/php.)
$units = temp_directory('units');
$source = __DIR__ . '/../../examples/systemd';
foreach (['uvstream-echo.socket', 'uvstream-echo.service'] as $name) {
    $unit = str_replace('/usr/bin/php ', PHP_BINARY . ' ', file_get_contents("$source/$name"), $count);
    var_dump($count);
    file_put_contents("$units/$name", $unit);
}
exec("systemd-analyze verify --man=no $units/uvstream-echo.socket $units/uvstream-echo.service 2>&1", $said, $status);
var_dump($said, $status);
file_put_contents("$units/uvstream-echo.socket", "[Socket]\nListensStream=8007\n");
exec("systemd-analyze verify --man=no $units/uvstream-echo.socket 2>&1", $said, $status);
var_dump((bool) preg_grep('/ListensStream/', $said)); // it does look
?>
--EXPECT--
hello
bool(true)
int(0)
int(0)
int(1)
array(0) {
}
int(0)
bool(true)
