--TEST--
spawn() and what calls functions as tasks: a method that only the caller may call is the one that is called
--FILE--
<?php
use function Uvstream\{all, first, group, on_error, run, spawn};

class Base
{
    public function itself() { return 'Base'; }
    public static function called() { return static::class; }
}

class Caller extends Base
{
    public function itself() { return 'Caller'; }
    public function __call($name, $arguments) { return "__call: $name"; }
    public static function __callStatic($name, $arguments) { return "__callStatic: $name"; }
    private function own($argument = 'nothing') { return "own: $argument"; }
    private static function itsClass() { return 'static'; }
    private function told($failure) { echo "told: {$failure->getMessage()}\n"; }

    public function go()
    {
        echo run([$this, 'own'], 'run'), "\n";
        echo spawn([$this, 'own'], 'spawn')->await(), "\n";
        echo group(fn ($group) => $group->spawn([$this, 'own'], 'group')->await()), "\n";
        echo implode(' ', all([[$this, 'own'], [self::class, 'itsClass'], [$this, 'magic']])), "\n";
        echo first([[$this, 'own']]), "\n";
        foreach (['parent::itself', ['parent', 'itself'], ['self', 'called'], 'static::called'] as $relative) {
            echo @call_user_func($relative), ' ', @spawn($relative)->await(), "\n";
        }
        on_error([$this, 'told']);
        run(fn () => [spawn(fn () => throw new Exception('a failure'))] && null);
    }
}

class Called extends Caller {}
(new Called)->go();
?>
--EXPECT--
own: run
own: spawn
own: group
own: nothing static __call: magic
own: nothing
Base Base
Base Base
Called Called
Called Called
told: a failure
