--TEST--
Tasks that call deeply run one after the other on the same stacks
--FILE--
<?php
use function Uvstream\{all, delay, stats};

function deep(int $depth): int
{
    [$a, $b, $c, $d, $e, $f, $g, $h] = range(1, 8); // (so that a few frames fill a page of the VM's stack)
    if ($depth > 0) return $a + deep($depth - 1);
    delay(0);
    return 0;
}

$sum = 0;
for ($i = 0; $i < 500; $i++) $sum += array_sum(all(array_fill(0, 8, fn () => deep($i % 25))));
var_dump($sum, stats()['stacks']);
?>
--EXPECT--
int(48000)
int(8)
