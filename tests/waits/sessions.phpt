--TEST--
session_start() in a task while another process holds the session's lock: others run; a session whose lock was not got is not written
--EXTENSIONS--
pcntl
posix
session
--INI--
output_buffering=65536
session.use_cookies=0
session.use_strict_mode=0
session.cache_limiter=
session.save_handler=files
session.serialize_handler=php
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/parked.inc';
require __DIR__ . '/../inc/temp_path.inc';
use function Uvstream\run;

$id = 'uvstream' . getmypid();
session_save_path(sys_get_temp_dir());
session_id($id);
$path = sys_get_temp_dir() . "/sess_$id";
$owner = getmypid();
register_shutdown_function('register_shutdown_function', fn () => getmypid() === $owner && @unlink($path));
file_put_contents($path, 'a|i:1;');

/** A child that has the lock until the other end is closed. */
function holder(string $path): array
{
    [$ours, $its] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $pid = in_child(function () use ($path, $ours, $its) {
        fclose($ours);
        flock($file = fopen($path, 'r+'), LOCK_EX);
        fwrite($its, 'l');
        fread($its, 1);
        vanish();
    });
    fclose($its);
    fread($ours, 1);
    return [$pid, $ours];
}

run(function () use ($path) {
    [$pid, $held] = holder($path);
    $task = parked(function () {
        $is_started = session_start();
        $_SESSION['b'] = 2;
        return [$is_started, count($_SESSION)];
    });
    echo place_of($task), "\n";
    $other = parked(fn () => session_write_close()); // not in the midst of it
    fclose($held);
    echo json_encode($task->await()), ' ', json_encode($other->await()), "\n";
    ended($pid);
});
var_dump(session_status() === PHP_SESSION_NONE);
echo file_get_contents($path), "\n";

echo "-- cancelled\n";
[$pid, $held] = holder($path);
run(function () {
    $task = parked(fn () => outcome(fn () => session_start()));
    $task->cancel();
    echo $task->await(), "\n";
});
var_dump(session_status() === PHP_SESSION_NONE);
fclose($held);
ended($pid);
var_dump(session_start(), count($_SESSION), session_write_close());
echo file_get_contents($path), "\n";

echo "-- a fatal error beside it\n";
[$pid, $held] = holder($path);
$child = in_child(function () {
    ob_clean(); // what its parent has written
    ini_set('display_errors', '0');
    ini_set('log_errors', '0');
    run(function () {
        parked(fn () => session_start());
        eval('function twice() {} function twice() {}');
    });
});
echo ended($child), "\n";
fclose($held);
ended($pid);
echo file_get_contents($path), "\n";
?>
--EXPECT--
session_start
[true,2] true
bool(true)
a|i:1;b|i:2;
-- cancelled
CancelledError(Requested): The task was cancelled
bool(true)
bool(true)
int(2)
bool(true)
a|i:1;b|i:2;
-- a fatal error beside it
255
a|i:1;b|i:2;
