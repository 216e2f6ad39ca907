--TEST--
tasks: a task begins with its creator's values of a TaskLocal; later changes stay its own
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{Channel, Group, TaskLocal};
use function Uvstream\{all, delay, first, group, run, spawn, timeout};

$id = new TaskLocal('none');
$list = new TaskLocal([]);
$empty = new TaskLocal;
var_dump($id->get(), $list->get(), $empty->get());
$id->set('main');

echo "-- inherited when it is spawned, not when it starts\n";
run(function () use ($id) {
    $early = spawn(fn () => $id->get());
    $id->set('changed');
    $late = spawn(fn () => $id->get());
    echo $early->await(), ' ', $late->await(), ' ', $id->get(), "\n";
});
echo $id->get(), "\n"; // run() is no task

echo "-- its own afterwards, in both directions\n";
run(function () use ($id, $list) {
    $gate = new Channel();
    $task = spawn(function () use ($id, $list, $gate) {
        $list->set([...$list->get(), 1]);
        $id->set('of the task');
        $inner = spawn(function () use ($id, $list) {
            $list->set([...$list->get(), 2]);
            return [$id->get(), $list->get()];
        });
        $gate->receive();
        return [$id->get(), $list->get(), $inner->await()];
    });
    delay(0);
    $id->set('of main');
    $list->set(['main']);
    $gate->send(0);
    echo json_encode($task->await()), ' ', json_encode([$id->get(), $list->get()]), "\n";
});

echo "-- of whoever calls spawn(), in groups too\n";
$id->set('main');
run(function () use ($id) {
    group(function (Group $group) use ($id) {
        $group->spawn(function () use ($id, $group) {
            $id->set('member');
            $group->spawn(fn () => print($id->get() . "\n"));
        });
    });
    $id->set('for all');
    echo json_encode(all([fn () => $id->get(), function () use ($id) { $id->set('own'); delay(0); return $id->get(); }, fn () => delay(0.001) ?? $id->get()])), "\n";
    echo first([fn () => $id->get()]), ' ', timeout(1, fn () => $id->get()), ' ', $id->get(), "\n";
});

echo "-- a Fiber is no task; an object is shared, a local is not\n";
$object = new TaskLocal(new ArrayObject);
run(function () use ($id, $object) {
    spawn(function () use ($id, $object) {
        (new Fiber(fn () => $id->set('in a Fiber')))->start();
        echo $id->get(), "\n";
        $object->get()[] = 1;
    })->await();
    echo count($object->get()), ' ', $id->get(), "\n";
});

echo "-- null is a value; by value; and it ends with its task\n";
$id->set(null);
var_dump($id->get());
$value = 1;
$reference = &$value;
$id->set($reference);
$value = 2;
var_dump($id->get());
class Ends { function __construct(public string $name) { } function __destruct() { echo "$this->name ends\n"; } }
$held = new TaskLocal;
run(function () use ($held) {
    spawn(function () use ($held) { $held->set(new Ends('the first')); $held->set(new Ends('the second')); echo "set\n"; });
});
$held->set(new Ends('of main'));
spawn(fn () => print("never\n"))->cancel();
echo "-- the script ends\n";
?>
--EXPECT--
string(4) "none"
array(0) {
}
NULL
-- inherited when it is spawned, not when it starts
main changed changed
changed
-- its own afterwards, in both directions
["of the task",[1],["of the task",[1,2]]] ["of main",["main"]]
-- of whoever calls spawn(), in groups too
member
["for all","own","for all"]
for all for all for all
-- a Fiber is no task; an object is shared, a local is not
in a Fiber
1 for all
-- null is a value; by value; and it ends with its task
NULL
int(1)
the first ends
set
the second ends
-- the script ends
of main ends
