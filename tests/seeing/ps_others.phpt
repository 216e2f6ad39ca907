--TEST--
seeing: another user is not answered by bin/uvstream-ps; root asks as the process's user; an answer goes to nobody else's folder, nor through a link
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php
if (!is_file('/proc/self/status')) die('skip needs /proc');
if (posix_geteuid() !== 0) die('skip only root can become another user');
if (getenv('ASAN_OPTIONS') !== false) die('skip the sanitizer cannot write its report as another user');
if (!is_executable('/usr/bin/setpriv')) die('skip needs setpriv');
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

function as_user(int $user): array
{
    return ['/usr/bin/setpriv', "--reuid=$user", "--regid=$user", '--clear-groups'];
}

function run_as(int $user, array $command): string
{
    $process = proc_open([...as_user($user), ...$command], [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
    $text = stream_get_contents($pipes[1]);
    return without_numbers($text) . 'status ' . proc_close($process) . "\n";
}

// (Another user may not be allowed to read this checkout.)
$script = '/tmp/uvs-ps-' . getmypid();
copy(__DIR__ . '/../../bin/uvstream-ps', $script);
chmod($script, 0755);
register_shutdown_function(fn () => unlink($script));
$code = 'Uvstream\spawn(fn () => Uvstream\delay(60)); Uvstream\delay(0); echo "up\n"; Uvstream\delay(60);';

$roots = new Watched($code);
$roots->line();
echo "-- of root's process\n", run_as(65534, [...php_without_uvstream(), $script, (string) $roots->pid]);

// A process that was root's, and is another user's now. (It has loaded what only root may read.)
$other = new Watched('posix_setgid(65534); posix_setuid(65534);' . $code);
$other->line();
echo "-- by root\n", ps($other->pid);
echo "-- by its user\n", run_as(65534, [...php_without_uvstream(), $script, (string) $other->pid]);
echo "-- by another\n", run_as(65533, [...php_without_uvstream(), $script, (string) $other->pid]);

/** Whether the process connects to the socket in such a folder, when it is asked. */
function is_answered(Watched $process, callable $make): bool
{
    $folder = "/tmp/uvstream-ps.$process->pid.test";
    $real = "/tmp/uvs-real-$process->pid";
    mkdir($real, 0700);
    $server = stream_socket_server("unix://$real/socket");
    chmod("$real/socket", 0777);
    $make($real, $folder);
    $process->signal(62);
    ps('--wait=5', $process->pid); // one that it does answer: by then it has looked at all
    $peer = @stream_socket_accept($server, 0);
    is_link($folder) ? unlink($folder) : rename($folder, $real);
    unlink("$real/socket");
    rmdir($real);
    return (bool) $peer;
}

foreach ([
    'its own folder' => function ($real, $folder) { chown($real, 65534); rename($real, $folder); },
    "root's folder" => fn ($real, $folder) => rename($real, $folder),
    "another user's folder" => function ($real, $folder) { chown($real, 65533); rename($real, $folder); },
    'one that others may enter' => function ($real, $folder) { chown($real, 65534); chmod($real, 0701); rename($real, $folder); },
    'a link to its own folder' => function ($real, $folder) { chown($real, 65534); symlink($real, $folder); },
] as $name => $make) {
    echo "$name: ", is_answered($other, $make) ? "answered\n" : "not answered\n";
}
?>
--EXPECT--
-- of root's process
uvstream-ps: process N is not yours: Operation not permitted
status 1
-- by root
uvstream: process N, 1 task
{main} waits for another T s in Uvstream\delay() at Command line code:1, for T s
  the script's tasks:
    task #1 waits for another T s in Uvstream\delay() at Command line code:1, for T s
-- by its user
uvstream-ps: process N does not let its memory map be read: it has changed its user, as FPM's workers do; ask as root
status 1
-- by another
uvstream-ps: process N is not yours: Operation not permitted
status 1
its own folder: answered
root's folder: not answered
another user's folder: not answered
one that others may enter: not answered
a link to its own folder: not answered
