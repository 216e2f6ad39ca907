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

function resident(): int
{
    preg_match('/^VmRSS:\s*(\d+) kB$/m', file_get_contents('/proc/self/status'), $found);
    return (int) $found[1];
}

// Takes 100 KiB and more of a stack, and next to nothing else.
$deep = str_repeat('a:1:{i:0;', 1000) . 'i:1;' . str_repeat('}', 1000);

all(array_fill(0, 600, fn () => delay(0)));
unserialize($deep);
$before = resident();
all(array_fill(0, 600, fn () => unserialize($deep) && delay(0)));
$kept = resident() - $before;
echo stats()['stacks'], $kept < 50000 ? " stacks, little memory\n" : " stacks, $kept KiB\n";
?>
--EXPECT--
600 stacks, little memory
