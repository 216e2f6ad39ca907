--TEST--
seeing: uvstream.dump_signal is a name or a number; anything else is warned of at the start, and off
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_file('/proc/self/status')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

foreach (['SIGUSR2', 'USR2', '12', 'SIGRTMIN+3', 'SIGRTMAX-1', 'RTMIN', ''] as $name) {
    $process = new Watched('preg_match("/^SigCgt:\s*(.*)$/m", file_get_contents("/proc/self/status"), $m);
        for ($i = 34; $i <= 64; ++$i) if (hexdec($m[1][15 - intdiv($i - 1, 4)]) >> ($i - 1) % 4 & 1) echo $i, " ";', ["uvstream.dump_signal=$name"]);
    // The first one that is free is the C library's to say.
    echo "$name: ", strtr($process->rest(), [SIGRTMIN + 3 => 'MIN+3', SIGRTMIN => 'MIN']), $process->log, "\n";
}
foreach (['SIGKILL', '9', 'SIGSEGV', 'SIGRTMIN+99', 'SIGRTMIN-1', 'nonsense', '12x', '-1', '33', '1000'] as $name) {
    $process = new Watched('echo "runs\n";', ["uvstream.dump_signal=$name", 'display_errors=1', 'display_startup_errors=1']);
    echo $process->rest();
}
?>
--EXPECTF--
SIGUSR2: 
USR2: 
12: 
SIGRTMIN+3: MIN+3 
SIGRTMAX-1: 63 
RTMIN: MIN 
: 

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "SIGKILL" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "9" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "SIGSEGV" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "SIGRTMIN+99" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "SIGRTMIN-1" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "nonsense" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "12x" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "-1" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "33" given in Unknown on line 0
runs

Warning: PHP Startup: uvstream.dump_signal must be the name or number of a signal that can be handled, "1000" given in Unknown on line 0
runs
