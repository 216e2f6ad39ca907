--TEST--
What tasks took of their stacks goes back to the system when many of them have ended
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip needs Linux');
if (getenv('USE_ZEND_ALLOC') === '0') die('skip memory is not PHP\'s own');
?>
--FILE--
<?php
use function Uvstream\{all, delay, stats};

function kilobytes(string $of): int
{
    preg_match("/^$of:\s*(\d+) kB$/m", file_get_contents('/proc/self/status'), $found);
    return (int) $found[1];
}

// Takes 100 KiB and more of a stack, and next to nothing else.
$deep = str_repeat('a:1:{i:0;', 1000) . 'i:1;' . str_repeat('}', 1000);

all(array_fill(0, 600, fn () => delay(0)));
unserialize($deep);
$before = kilobytes('VmRSS');
all(array_fill(0, 600, fn () => unserialize($deep) && delay(0)));
$taken = kilobytes('VmHWM') - $before;
$kept = kilobytes('VmRSS') - $before;
echo stats()['stacks'], $kept < $taken / 2 ? " stacks, little memory\n" : " stacks, $kept of $taken KiB\n";
?>
--EXPECT--
600 stacks, little memory
