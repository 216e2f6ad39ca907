--TEST--
seeing: bin/uvstream-ps says why it cannot ask: no such process, no uvstream, no tasks yet, a signal that the script has taken, no answer
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_file('/proc/self/status')) die('skip needs /proc');
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

function show(string $name, string $said): void
{
    echo "-- $name\n", preg_replace(['/^(  state): \S.*$/m', '/^  (in the kernel|system call).*\n/m'], ['$1: ...', ''], $said);
}

show('arguments', ps() . ps('x') . ps(1, 2) . ps('--wait=x', 1));
$gone = new Watched('');
$gone->rest();
show('no such process', ps($gone->pid));
$stock = proc_open([...php_without_uvstream(), '-r', 'fgets(STDIN);'], [['pipe', 'r']], $pipes);
await_sleep(proc_get_status($stock)['pid']);
show('no uvstream', ps(proc_get_status($stock)['pid']));
fclose($pipes[0]);

$none = new Watched('echo "up\n"; fgets(STDIN);');
$none->line();
show('no tasks', ps($none->pid));

foreach (['before' => ['pcntl_signal(%d, fn () => print("!"));', ''], 'after' => ['', 'pcntl_signal(%d, fn () => print("!"));'],
          'ignored' => ['', 'pcntl_signal(%d, SIG_IGN);']] as $when => [$before, $after]) {
    foreach ([62, 61] as $signal) {
        $taken = new Watched(sprintf('pcntl_async_signals(true);' . $before . 'Uvstream\spawn(fn () => null); Uvstream\delay(0);' . $after, $signal)
            . 'echo "up\n"; fgets(STDIN); echo "ends\n";');
        $taken->line();
        show("signal $signal taken, $when", ps($taken->pid));
        $taken->go_on();
        echo $taken->rest();
    }
}

$blocked = new Watched('Uvstream\spawn(fn () => null); Uvstream\delay(0); echo "up\n";
    posix_kill(getmypid(), SIGSTOP); echo "goes on\n";');
$blocked->line();
while (!str_contains(file_get_contents("/proc/$blocked->pid/status"), "State:\tT")) usleep(1000);
show('stopped', ps('--wait=0.2', $blocked->pid));
$blocked->signal(SIGCONT);
echo $blocked->rest();

// A handler within which PHP keeps the signals back.
$handles = new Watched('Uvstream\spawn(fn () => null); Uvstream\delay(0); pcntl_async_signals(true);
    pcntl_signal(SIGUSR1, function () { echo "up\n"; fgets(STDIN); echo "handled\n"; }); posix_kill(getmypid(), SIGUSR1);');
$handles->line();
show('in a handler', ps('--wait=0.2', $handles->pid));
$handles->go_on();
echo $handles->rest();
?>
--EXPECT--
-- arguments
Usage: uvstream-ps [--wait=SECONDS] PID
status 2
Usage: uvstream-ps [--wait=SECONDS] PID
status 2
Usage: uvstream-ps [--wait=SECONDS] PID
status 2
Usage: uvstream-ps [--wait=SECONDS] PID
status 2
-- no such process
uvstream-ps: there is no process N
status 1
-- no uvstream
uvstream-ps: process N has no uvstream loaded
status 1
-- no tasks
uvstream-ps: process N has no tasks yet
status 1
-- signal 62 taken, before
uvstream-ps: in process N the script, or a library, has taken signal 62 for itself, by pcntl_signal() maybe
status 1
ends
-- signal 61 taken, before
uvstream-ps: in process N the script, or a library, has taken signal 61 for itself, by pcntl_signal() maybe
status 1
ends
-- signal 62 taken, after
uvstream-ps: in process N the script, or a library, has taken signal 62 for itself, by pcntl_signal() maybe
status 1
ends
-- signal 61 taken, after
uvstream-ps: in process N the script, or a library, has taken signal 61 for itself, by pcntl_signal() maybe
status 1
ends
-- signal 62 taken, ignored
uvstream-ps: in process N the script, or a library, has taken signal 62 for itself, by pcntl_signal() maybe
status 1
ends
-- signal 61 taken, ignored
uvstream-ps: in process N the script, or a library, has taken signal 61 for itself, by pcntl_signal() maybe
status 1
ends
-- stopped
uvstream-ps: process N has not answered within 0.2 seconds: it is stopped
  state: ...
status 1
goes on
-- in a handler
uvstream-ps: process N has not answered within 0.2 seconds: it keeps signals back, as PHP does while a handler of pcntl_signal() runs
  state: ...
status 1
handled
