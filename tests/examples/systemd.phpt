--TEST--
systemd/server.php: serves on a socket that it was handed as descriptor 3; without one, or with another process', on its own
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip systemd is Linux\' own'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
require __DIR__ . '/../inc/sockets.inc';

/** Starts it as systemd does: the same process has the variables and the descriptor. */
function handed_over(string $variables, $socket): Example
{
    $command = array_map(escapeshellarg(...), Example::command('systemd/server.php', 'tcp://127.0.0.1:0'));
    return Example::by(['sh', '-c', "$variables exec " . implode(' ', $command)], 'on (\S+)', [3 => $socket]);
}

function echoes($connection, string $text): bool
{
    return fwrite($connection, $text) && stream_get_contents($connection, strlen($text)) === $text;
}

[$socket, $address] = listen_on();
$early = stream_socket_client($address); // as who makes systemd start it
fwrite($early, 'early');
$server = handed_over('LISTEN_PID=$$ LISTEN_FDS=1', $socket);
var_dump($server->address === $address, stream_get_contents($early, 5));
[$silent, $client] = [$server->connect(), $server->connect()];
var_dump(echoes($client, random_bytes(300000)));

echo "-- while it is away nobody is refused\n";
array_map(fclose(...), [$early, $silent, $client]);
$server->signal(SIGTERM);
var_dump($server->ended(), $server->lines);
$waits = stream_socket_client($address);
fwrite($waits, 'waits');
$server = handed_over('LISTEN_PID=$$ LISTEN_FDS=1', $socket);
var_dump(stream_get_contents($waits, 5));
fclose($waits);
$server->signal(SIGTERM);
var_dump($server->ended());

echo "-- not for it\n";
foreach (['LISTEN_PID=1 LISTEN_FDS=1', 'LISTEN_PID=$$', 'LISTEN_FDS=1', 'LISTEN_PID=$$ LISTEN_FDS=0'] as $variables) {
    $server = handed_over($variables, $socket);
    var_dump($server->address !== $address && echoes($connection = $server->connect(), 'hello'));
    fclose($connection);
    $server->signal(SIGTERM);
    $server->ended();
}
echo implode(Example::run('', 'systemd/server.php', $address)) === 'Cannot listen on ' . "$address: Address already in use\n1" ? "in use\n" : "?\n";
?>
--EXPECT--
bool(true)
string(5) "early"
bool(true)
-- while it is away nobody is refused
int(0)
array(0) {
}
string(5) "waits"
int(0)
-- not for it
bool(true)
bool(true)
bool(true)
bool(true)
in use
