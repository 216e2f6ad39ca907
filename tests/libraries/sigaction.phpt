--TEST--
A library that asks how SIGPIPE is handled, and has it ignored, is told each time what there was, as outside tasks
--EXTENSIONS--
ffi
pcntl
--INI--
ffi.enable=1
uvstream.park_libraries=libfake
--SKIPIF--
<?php require __DIR__ . '/../inc/fake_library.inc'; skip_without_fake_library(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/fake_library.inc';
use function Uvstream\{run, spawn};

$source = <<<'C'
    #include <signal.h>
    #include <string.h>
    int ignore_a_while(void) {
        struct sigaction first, ignored, second, last;
        memset(&ignored, 0, sizeof(ignored));
        memset(&second, 0x55, sizeof(second));
        memset(&last, 0x55, sizeof(last));
        ignored.sa_handler = SIG_IGN;
        sigaction(SIGPIPE, 0, &first);
        sigaction(SIGPIPE, &ignored, &second);
        sigaction(SIGPIPE, &first, &last);
        return (second.sa_handler == first.sa_handler) + 2 * (last.sa_handler == SIG_IGN);
    }
    C;
$fake = fake_library('libfake', $source, 'int ignore_a_while(void);');
pcntl_signal(SIGPIPE, fn () => null);
$set = fn () => preg_match('/^SigIgn:\s*(\w+)/m', file_get_contents('/proc/self/status'), $found) ? $found[1] : '';
$before = $set();
var_dump($fake->ignore_a_while());
run(fn () => var_dump(spawn(fn () => $fake->ignore_a_while())->await(), $fake->ignore_a_while()));
var_dump($set() === $before);
?>
--EXPECT--
int(3)
int(3)
int(3)
bool(true)
