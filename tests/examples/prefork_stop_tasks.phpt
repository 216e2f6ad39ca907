--TEST--
prefork.php --tasks: SIGTERM lets requests under way finish, cancels what is not done by the deadline, and all exit with 0
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/prefork.inc';
$app = tempnam(sys_get_temp_dir(), 'uvstream-app-');
register_shutdown_function(fn () => @unlink($app));
file_put_contents($app, '<?php
return function (string $method, string $target): array {
    try {
        touch(__FILE__ . ".begun");
        if ($target === "/slow") while (!file_exists(__FILE__ . ".go")) Uvstream\delay(0.01);
        if ($target === "/never") Uvstream\delay(600);
        return [200, $target];
    } catch (Uvstream\CancelledError $e) {
        return [503, $e->reason->name];
    }
};');
register_shutdown_function(fn () => array_map(unlink(...), glob("$app.*")));

/** @return array{Prefork, int[]} */
function begin(string $deadline): array
{
    $server = new Prefork('--workers=2', '--grace=0.1', '--tasks', "--deadline=$deadline", "--app={$GLOBALS['app']}");
    return [$server, $server->children(2)];
}

/** Until the application has been asked. */
function await_begun(): void
{
    while (!@unlink("{$GLOBALS['app']}.begun")) usleep(1000);
}

/** @param int[] $children */
function stop_accepting(Prefork $server, array $children): void
{
    $server->signal(SIGTERM);
    foreach ($children as $child) $server->await("$child: stops accepting");
}

function show(?array $response): void
{
    echo $response ? "$response[status], $response[body], " . ($response['close'] ? 'closes' : 'goes on') : 'nothing', "\n";
}

/** @param int[] $children */
function all_ended(Prefork $server, array $children): void
{
    foreach ($children as $child) $server->await("child $child has left with status 0");
    var_dump($server->ended());
    foreach ($children as $child) if (posix_kill($child, 0)) echo "still there\n";
    var_dump(is_resource(stream_socket_server($server->address)));
}

echo "-- in time\n";
[$server, $children] = begin('600');
// In the middle of a request's head, of its answer, idle after one.
$clients = [$server->connect(), $server->connect(), $server->connect()];
fwrite($clients[0], "GET /head HTTP/1.1\r\n");
ask($clients[2], '/idle');
await_begun();
fwrite($clients[1], "GET /slow HTTP/1.1\r\n\r\n");
await_begun();
stop_accepting($server, $children);
fwrite($clients[0], "\r\n");
touch("$app.go");
show(response($clients[0]));
show(response($clients[1]));
var_dump(fread($clients[2], 1), feof($clients[2]));
array_map(fclose(...), $clients);
all_ended($server, $children);

echo "-- out of time\n";
[$server, $children] = begin('0.2');
[$never, $silent] = [$server->connect(), $server->connect()];
@unlink("$app.begun");
fwrite($never, "GET /never HTTP/1.1\r\n\r\n");
await_begun();
fwrite($silent, "GET / HTTP/1.1\r\n");
stop_accepting($server, $children);
show(response($never));
var_dump(fread($silent, 1), feof($silent));
all_ended($server, $children);
?>
--EXPECT--
-- in time
HTTP/1.1 200 OK, /head, closes
HTTP/1.1 200 OK, /slow, closes
string(0) ""
bool(true)
int(0)
bool(true)
-- out of time
HTTP/1.1 503 Service Unavailable, Shutdown, closes
string(0) ""
bool(true)
int(0)
bool(true)
