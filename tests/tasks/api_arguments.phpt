--TEST--
tasks: functions and methods with wrong arguments, and classes that cannot be made, copied or kept
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{CancelledError, CancelReason, Channel, ClosedException, DeadlockError, Group, Task, TaskLocal, TimeoutException};
use function Uvstream\{all, delay, first, group, on_error, run, shield, spawn, stats, tasks, timeout};

$show = function (string $what, callable $fn) { echo "$what: ", preg_replace('/\{closure:.*?\}(:\d+\})?/', '{closure}', outcome($fn)), "\n"; };
set_error_handler(fn (int $level, string $text) => print("Warning: $text\n"));
$nothing = fn () => null;

$show('run', fn () => run());
$show('run', fn () => run('no_such'));
$show('spawn', fn () => spawn());
$show('spawn', fn () => spawn('no_such'));
$show('spawn', fn () => spawn(['Task', 'none']));
$show('group', fn () => group('no_such'));
$show('group', fn () => group($nothing, 0));
$show('group', fn () => group($nothing, -1));
$show('group', fn () => group($nothing, 'many'));
$show('all', fn () => all('no list'));
$show('all', fn () => all([], 0));
$show('all', fn () => all([$nothing, 'no_such']));
$show('all', fn () => all([$nothing, 5]));
$show('first', fn () => first(null));
$show('first', fn () => first([]));
$show('first', fn () => first(new EmptyIterator));
$show('first', fn () => first([$nothing, [1, 2]]));
$show('timeout', fn () => timeout('soon', $nothing));
$show('timeout', fn () => timeout(1));
$show('timeout', fn () => timeout(1, 'no_such'));
foreach (['NAN' => NAN, 'INF' => INF, '-1' => -1] as $name => $seconds) {
    $show("timeout $name", fn () => timeout($seconds, $nothing));
    $show("delay $name", fn () => delay($seconds));
    $show("await $name", fn () => spawn($nothing)->await($seconds));
}
$show('shield', fn () => shield('no_such'));
$show('delay', fn () => delay());
$show('delay', fn () => delay('later'));
$show('on_error', fn () => on_error('no_such'));
$show('on_error', fn () => on_error());
$show('tasks', fn () => tasks(1));
$show('stats', fn () => stats(1));

echo "-- with values that any function takes\n";
$show('null', fn () => group($nothing, null));
$show('a limit as a string', fn () => group($nothing, '2'));
$show('seconds as a string', fn () => timeout('1.5', fn () => 'in time'));
$show('arguments', fn () => run(fn (...$all) => $all, 1, 2, name: 'named', other: [3]));
$show('arguments', fn () => spawn(fn (...$all) => $all, 1, 2, name: 'named', other: [3])->await());
$show('arguments', fn () => group(fn (Group $group) => $group->spawn(fn (...$all) => $all, 1, name: 'named')->await()));
$show('too few', fn () => run(fn ($one) => $one));
$show('too few', fn () => spawn(fn ($one) => $one)->await());
$show('no such name', fn () => spawn(fn ($one) => $one, two: 2)->await());
function by_reference(&$one) { $one = 2; return $one; }
$show('by reference', fn () => spawn('by_reference', 1)->await());
$show('no references kept', function () { $one = 1; $two = &$one; spawn('by_reference', $two)->await(); return $one; });
class Named { static function of_class() { return __METHOD__; } function of_object() { return __METHOD__; } function __invoke() { return __METHOD__; } }
foreach (['strtoupper', 'Named::of_class', ['Named', 'of_class'], [new Named, 'of_object'], new Named, strtoupper(...)] as $callable) {
    $show('callable', fn () => spawn($callable, ...($callable === 'strtoupper' || $callable instanceof Closure ? ['x'] : []))->await() === $callable('x'));
}

echo "-- classes\n";
foreach ([Task::class, Group::class] as $class) $show("new $class", fn () => new $class);
$show('capacity', fn () => new Channel(-1));
$show('capacity', fn () => new Channel('big'));
$objects = [spawn($nothing), group(fn ($group) => $group), new Channel, new TaskLocal];
foreach ($objects as $object) {
    $show('clone', fn () => clone $object);
    $show('serialize', fn () => serialize($object));
    $show('unserialize', fn () => unserialize('O:' . strlen($object::class) . ':"' . $object::class . '":0:{}'));
    $show('property', function () use ($object) { $object->other = 1; });
    $show('final', fn () => (new ReflectionClass($object))->isFinal());
    try { (new ReflectionClass($object))->newInstanceWithoutConstructor(); echo "made\n"; } catch (Throwable $e) { echo chain_of($e), "\n"; }
    var_dump(count((array) $object));
}
$show('name', function () use ($objects) { $objects[0]->name = []; });
$show('name', function () use ($objects) { $objects[0]->name = 'n'; return $objects[0]->name; });
$show('name by reference', function () use ($objects) { $name = &$objects[0]->name; $name = 'by reference'; return [$objects[0]->name, basename($objects[0]->where())]; });
$show('unset name', function () use ($objects) { unset($objects[0]->name); return basename($objects[0]->where()); });
$show('names in a report', function () {
    $never = new Channel;
    foreach (['plain', 'referred to', 'unset'] as $name) {
        $tasks[] = $task = spawn(fn () => $never->receive());
        $task->name = $name;
    }
    $kept = &$tasks[1]->name;
    unset($tasks[2]->name);
    try {
        $tasks[0]->await();
    } catch (DeadlockError $e) {
        $never->close();
        foreach ($tasks as $task) outcome(fn () => $task->await());
        return preg_replace('/ (at|in|of which) .*?(?=;|$)| of channel #\d+/', '', $e->getMessage());
    }
});
$show('name', function () { $task = spawn(fn () => delay(60)); unset($task->name); $task->cancel(); return $task->where(); });
$show('cancel', fn () => $objects[0]->cancel([]));
$show('await', fn () => $objects[0]->await('long'));
$show('group spawn', fn () => group(fn ($group) => $group->spawn('no_such')));
$show('group cancel', fn () => group(fn ($group) => $group->cancel([])));
$show('group that has ended', fn () => $objects[1]->spawn($nothing));
$show('group that has ended', fn () => $objects[1]->cancel() ?? count($objects[1]));
$show('send', fn () => $objects[2]->send());
foreach ([CancelledError::class, DeadlockError::class, TimeoutException::class, ClosedException::class] as $class) {
    echo implode(' ', [$class, ...array_values(class_parents($class))]), "\n";
}
echo implode(' ', array_column(CancelReason::cases(), 'name')), "\n";
$show('an own one', function () { $e = new CancelledError('own'); $e->reason = CancelReason::Requested; throw $e; });
$show('a reason', fn () => (new CancelledError)->reason);
?>
--EXPECT--
run: ArgumentCountError: Uvstream\run() expects at least 1 argument, 0 given
run: TypeError: Uvstream\run(): Argument #1 ($fn) must be a valid callback, function "no_such" not found or invalid function name
spawn: ArgumentCountError: Uvstream\spawn() expects at least 1 argument, 0 given
spawn: TypeError: Uvstream\spawn(): Argument #1 ($fn) must be a valid callback, function "no_such" not found or invalid function name
spawn: TypeError: Uvstream\spawn(): Argument #1 ($fn) must be a valid callback, class "Task" not found
group: TypeError: Uvstream\group(): Argument #1 ($fn) must be a valid callback, function "no_such" not found or invalid function name
group: ValueError: Uvstream\group(): Argument #2 ($limit) must be greater than 0
group: ValueError: Uvstream\group(): Argument #2 ($limit) must be greater than 0
group: TypeError: Uvstream\group(): Argument #2 ($limit) must be of type ?int, string given
all: TypeError: Uvstream\all(): Argument #1 ($fns) must be of type Traversable|array, string given
all: ValueError: Uvstream\all(): Argument #2 ($limit) must be greater than 0
all: TypeError: Each function must be a valid callback, function "no_such" not found or invalid function name
all: TypeError: Each function must be a valid callback, no array or string given
first: TypeError: Uvstream\first(): Argument #1 ($fns) must be of type Traversable|array, null given
first: ValueError: Uvstream\first(): Argument #1 ($fns) must not be empty
first: ValueError: Uvstream\first(): Argument #1 ($fns) must not be empty
first: TypeError: Each function must be a valid callback, first array member is not a valid class name or object
timeout: TypeError: Uvstream\timeout(): Argument #1 ($seconds) must be of type float, string given
timeout: ArgumentCountError: Uvstream\timeout() expects exactly 2 arguments, 1 given
timeout: TypeError: Uvstream\timeout(): Argument #2 ($fn) must be a valid callback, function "no_such" not found or invalid function name
timeout NAN: ValueError: Uvstream\timeout(): Argument #1 ($seconds) must be a finite value
delay NAN: ValueError: Uvstream\delay(): Argument #1 ($seconds) must be a finite value
await NAN: ValueError: Uvstream\Task::await(): Argument #1 ($seconds) must be a finite value
timeout INF: ValueError: Uvstream\timeout(): Argument #1 ($seconds) must be a finite value
delay INF: ValueError: Uvstream\delay(): Argument #1 ($seconds) must be a finite value
await INF: ValueError: Uvstream\Task::await(): Argument #1 ($seconds) must be a finite value
timeout -1: ValueError: Uvstream\timeout(): Argument #1 ($seconds) must be greater than or equal to 0
delay -1: ValueError: Uvstream\delay(): Argument #1 ($seconds) must be greater than or equal to 0
await -1: ValueError: Uvstream\Task::await(): Argument #1 ($seconds) must be greater than or equal to 0
shield: TypeError: Uvstream\shield(): Argument #1 ($fn) must be a valid callback, function "no_such" not found or invalid function name
delay: ArgumentCountError: Uvstream\delay() expects exactly 1 argument, 0 given
delay: TypeError: Uvstream\delay(): Argument #1 ($seconds) must be of type float, string given
on_error: TypeError: Uvstream\on_error(): Argument #1 ($fn) must be a valid callback or null, function "no_such" not found or invalid function name
on_error: ArgumentCountError: Uvstream\on_error() expects exactly 1 argument, 0 given
tasks: ArgumentCountError: Uvstream\tasks() expects exactly 0 arguments, 1 given
stats: ArgumentCountError: Uvstream\stats() expects exactly 0 arguments, 1 given
-- with values that any function takes
null: returned null
a limit as a string: returned null
seconds as a string: returned "in time"
arguments: returned {"0":1,"1":2,"name":"named","other":[3]}
arguments: returned {"0":1,"1":2,"name":"named","other":[3]}
arguments: returned {"0":1,"name":"named"}
too few: ArgumentCountError: Too few arguments to function {closure}(), 0 passed and exactly 1 expected
too few: ArgumentCountError: Too few arguments to function {closure}(), 0 passed and exactly 1 expected
no such name: Error: Unknown named parameter $two
by reference: Warning: by_reference(): Argument #1 ($one) must be passed by reference, value given
returned 2
no references kept: Warning: by_reference(): Argument #1 ($one) must be passed by reference, value given
returned 1
callable: returned true
callable: returned true
callable: returned true
callable: returned true
callable: returned true
callable: returned true
-- classes
new Uvstream\Task: Error: Call to private Uvstream\Task::__construct() from global scope
new Uvstream\Group: Error: Call to private Uvstream\Group::__construct() from global scope
capacity: ValueError: Uvstream\Channel::__construct(): Argument #1 ($capacity) must be greater than or equal to 0
capacity: TypeError: Uvstream\Channel::__construct(): Argument #1 ($capacity) must be of type int, string given
clone: Error: Trying to clone an uncloneable object of class Uvstream\Task
serialize: Exception: Serialization of 'Uvstream\Task' is not allowed
unserialize: Exception: Unserialization of 'Uvstream\Task' is not allowed
property: Error: Cannot create dynamic property Uvstream\Task::$other
final: returned true
ReflectionException: Class Uvstream\Task is an internal class marked as final that cannot be instantiated without invoking its constructor
int(1)
clone: Error: Trying to clone an uncloneable object of class Uvstream\Group
serialize: Exception: Serialization of 'Uvstream\Group' is not allowed
unserialize: Exception: Unserialization of 'Uvstream\Group' is not allowed
property: Error: Cannot create dynamic property Uvstream\Group::$other
final: returned true
ReflectionException: Class Uvstream\Group is an internal class marked as final that cannot be instantiated without invoking its constructor
int(0)
clone: Error: Trying to clone an uncloneable object of class Uvstream\Channel
serialize: Exception: Serialization of 'Uvstream\Channel' is not allowed
unserialize: Exception: Unserialization of 'Uvstream\Channel' is not allowed
property: Error: Cannot create dynamic property Uvstream\Channel::$other
final: returned true
ReflectionException: Class Uvstream\Channel is an internal class marked as final that cannot be instantiated without invoking its constructor
int(0)
clone: Error: Trying to clone an uncloneable object of class Uvstream\TaskLocal
serialize: Exception: Serialization of 'Uvstream\TaskLocal' is not allowed
unserialize: Exception: Unserialization of 'Uvstream\TaskLocal' is not allowed
property: Error: Cannot create dynamic property Uvstream\TaskLocal::$other
final: returned true
ReflectionException: Class Uvstream\TaskLocal is an internal class marked as final that cannot be instantiated without invoking its constructor
int(0)
name: TypeError: Cannot assign array to property Uvstream\Task::$name of type string
name: returned "n"
name by reference: returned ["by reference","api_arguments.php:8"]
unset name: returned "api_arguments.php:8"
names in a report: returned "All wait for each other: {main} waits for task #20 \"plain\"; task #20 \"plain\" waits for a value; task #21 \"referred to\" waits for a value; task #22 waits for a value"
name: returned "has ended"
cancel: TypeError: Uvstream\Task::cancel(): Argument #1 ($message) must be of type ?string, array given
await: TypeError: Uvstream\Task::await(): Argument #1 ($seconds) must be of type ?float, string given
group spawn: TypeError: Uvstream\Group::spawn(): Argument #1 ($fn) must be a valid callback, function "no_such" not found or invalid function name
group cancel: TypeError: Uvstream\Group::cancel(): Argument #1 ($message) must be of type ?string, array given
group that has ended: Error: Cannot spawn in a group that has ended
group that has ended: returned 0
send: ArgumentCountError: Uvstream\Channel::send() expects exactly 1 argument, 0 given
Uvstream\CancelledError Error
Uvstream\DeadlockError Error
Uvstream\TimeoutException RuntimeException Exception
Uvstream\ClosedException RuntimeException Exception
Requested Failure Deadline Shutdown
an own one: CancelledError(Requested): own
a reason: Error: Typed property Uvstream\CancelledError::$reason must not be accessed before initialization
