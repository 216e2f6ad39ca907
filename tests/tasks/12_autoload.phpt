--TEST--
tasks, promise 12: one task loads a class while the others wait for it
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

/** Runs each as a task; what they return or throw. */
function together(callable ...$fns): string
{
    return run(function () use ($fns) {
        $tasks = array_map(fn ($fn) => spawn($fn), $fns);
        return implode(', ', array_map(function ($task) {
            try {
                return json_encode($task->await());
            } catch (Throwable $e) {
                return get_class($e) . ' ' . $e->getMessage();
            }
        }, $tasks));
    });
}

$code = [];
spl_autoload_register(function (string $name) use (&$code) {
    echo "load $name\n";
    delay(0);
    if (isset($code[$name])) $code[$name]();
    delay(0);
});

echo "-- all get it, and it is loaded once\n";
$code['Once'] = function () { eval('class Once { const VALUE = 1; }'); };
echo together(fn () => Once::VALUE, fn () => Once::VALUE, fn () => ONCE::VALUE), "\n";

echo "-- what nobody declares is looked for by each, as alone\n";
echo together(fn () => class_exists('Nowhere'), fn () => new Nowhere), "\n";

echo "-- the loader throws: the next one tries\n";
$tries = 0;
$code['Later'] = function () use (&$tries) {
    if ($tries++ === 0) throw new DomainException('not yet');
    eval('class Later {}');
};
echo together(fn () => get_class(new Later), fn () => get_class(new Later), fn () => get_class(new Later)), "\n";

echo "-- a class that needs others, from both ends\n";
$code['Child'] = function () { eval('class Child extends Parent_ implements Face {}'); };
$code['Parent_'] = function () { eval('class Parent_ {}'); };
$code['Face'] = function () { eval('interface Face {}'); };
echo together(fn () => get_class(new Child), fn () => get_class(new Parent_), fn () => interface_exists('Face')), "\n";

echo "-- in a circle nobody waits for ever: the class is not there, as in a circle of one\n";
$code['Egg'] = function () { $there = class_exists('Hen'); eval('class Egg { const HEN = ' . (int) $there . '; }'); };
$code['Hen'] = function () { $there = class_exists('Egg'); eval('class Hen { const EGG = ' . (int) $there . '; }'); };
echo together(fn () => Egg::HEN, fn () => Hen::EGG), "\n";
$code['Alone1'] = function () { $there = class_exists('Alone2'); eval('class Alone1 { const OTHER = ' . (int) $there . '; }'); };
$code['Alone2'] = function () { $there = class_exists('Alone1'); eval('class Alone2 { const OTHER = ' . (int) $there . '; }'); };
echo Alone1::OTHER, Alone2::OTHER, "\n";

echo "-- who waits for a class is cancelled\n";
$code['Slow'] = function () { delay(0); delay(0); eval('class Slow {}'); };
run(function () {
    $loader = spawn(fn () => get_class(new Slow));
    $other = spawn(fn () => get_class(new Slow));
    delay(0);
    $other->cancel();
    try {
        $other->await();
    } catch (Uvstream\CancelledError $e) {
        echo get_class($e), "\n";
    }
    echo $loader->await(), "\n";
});

echo "-- the loader is cancelled\n";
$code['Left'] = function () { delay(0); delay(0); eval('class Left {}'); };
run(function () {
    $loader = spawn(fn () => get_class(new Left));
    $other = spawn(fn () => get_class(new Left));
    delay(0);
    $loader->cancel();
    echo $other->await(), "\n";
});

echo "-- tasks of a loader\n";
$code['Deep'] = function () {
    echo together(fn () => spawn(fn () => 1)->await(), fn () => class_exists('Once')), "\n";
    eval('class Deep {}');
};
echo together(fn () => class_exists('Deep'), fn () => class_exists('Deep')), "\n";
?>
--EXPECT--
-- all get it, and it is loaded once
load Once
1, 1, 1
-- what nobody declares is looked for by each, as alone
load Nowhere
load Nowhere
false, Error Class "Nowhere" not found
-- the loader throws: the next one tries
load Later
load Later
DomainException not yet, "Later", "Later"
-- a class that needs others, from both ends
load Child
load Parent_
load Face
"Child", "Parent_", true
-- in a circle nobody waits for ever: the class is not there, as in a circle of one
load Egg
load Hen
1, 0
load Alone1
load Alone2
10
-- who waits for a class is cancelled
load Slow
Uvstream\CancelledError
Slow
-- the loader is cancelled
load Left
load Left
Left
-- tasks of a loader
load Deep
1, true
true, true
