--TEST--
tasks, promise 9: a script whose first task is spawned by a destructor at its end
--FILE--
<?php
use function Uvstream\spawn;

class Ends
{
    public function __destruct()
    {
        spawn(fn () => print("began\n"));
        echo "the destructor has ended\n";
    }
}
$ends = new Ends;
?>
--EXPECT--
the destructor has ended
