--TEST--
seeing: several bin/uvstream-ps at once are each answered; of a process that ends meanwhile each says so; a fork's child answers for itself
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_file('/proc/self/status')) die('skip needs /proc');
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

/** Starts several at once; what they print. */
function ask_at_once(int $pid, int $count, callable $meanwhile): array
{
    for ($i = 0; $i < $count; ++$i) {
        $asking[] = proc_open(ps_command('--wait=30', (string) $pid), [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
        $outputs[] = $pipes[1];
    }
    $meanwhile();
    $said = array_map(fn ($output) => without_numbers(stream_get_contents($output)), $outputs);
    array_map(proc_close(...), $asking);
    return $said;
}

$process = new Watched('
    Uvstream\spawn(fn () => Uvstream\delay(60));
    Uvstream\delay(0);
    if (pcntl_fork() === 0) Uvstream\spawn(fn () => null) && Uvstream\delay(0);
    echo getmypid() . "\n"; // in one piece: both write
    Uvstream\delay(60);');
$pids = [(int) $process->line(), (int) $process->line()];
usort($pids, fn ($one, $other) => ($other === $process->pid) <=> ($one === $process->pid)); // the parent first
foreach ($pids as $i => $pid) {
    await_sleep($pid);
    $said = ask_at_once($pid, 4, fn () => null);
    echo $i ? "-- the child\n" : "-- the parent\n", implode('', array_unique($said));
}
foreach ($pids as $pid) if ($pid > 1 && $pid !== $process->pid) posix_kill($pid, SIGKILL);

// It is stopped, and so answers nobody, until it ends.
echo "-- ends\n";
$process->signal(SIGSTOP);
$said = ask_at_once($process->pid, 3, function () use ($process) {
    while (count(glob("/tmp/uvstream-ps.$process->pid.*/socket")) < 3) usleep(1000);
    $process->signal(SIGKILL);
});
echo implode('', array_unique($said));
var_dump(glob("/tmp/uvstream-ps.$process->pid.*"));
?>
--EXPECT--
-- the parent
uvstream: process N, 1 task
{main} waits for another T s in Uvstream\delay() at Command line code:6, for T s
  the script's tasks:
    task #1 waits for another T s in Uvstream\delay() at Command line code:2, for T s
-- the child
uvstream: process N, 0 tasks
{main} waits in Uvstream\delay() at Command line code:6, for T s
-- ends
uvstream-ps: process N has ended meanwhile
array(0) {
}
