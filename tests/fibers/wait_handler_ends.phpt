--TEST--
set_wait_handler(): a wait that ends by an exception, by a close in another Fiber, by the Fiber's end; where it is not called; its own waits
--FILE--
<?php
use function Uvstream\{run, set_wait_handler, spawn};
require __DIR__ . '/../inc/fiber_loop.inc';
require __DIR__ . '/../inc/sockets.inc';

function pair(): array
{
    return stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
}

echo "an exception, and the stream goes on\n";
[$a, $b] = pair();
set_wait_handler(function () { throw new LogicException('thrown by the handler'); });
(new Fiber(function () use ($a) {
    try {
        fread($a, 10);
    } catch (LogicException $e) {
        echo $e->getMessage(), "\n";
    }
}))->start();
fwrite($b, 'still there');
var_dump(fread($a, 100));

echo "one that is thrown into the suspended Fiber\n";
set_wait_handler(fn () => Fiber::suspend());
$fiber = new Fiber(function () use ($a) {
    try {
        fgets($a);
    } catch (LogicException $e) {
        echo $e->getMessage(), "\n";
    }
});
$fiber->start();
$fiber->throw(new LogicException('thrown into it'));

echo "a close by another Fiber\n";
$loop = new FiberLoop;
[$a, $b] = pair();
[$server] = listen_on();
$loop->go(function () use ($a) { var_dump(fread($a, 10)); });
$loop->go(function () use ($server) { var_dump(@stream_socket_accept($server, 20)); });
$loop->go(function () use ($a, $server) { var_dump(fclose($a), fclose($server)); });
$loop->go(function () use ($b) { var_dump(fread($b, 10), feof($b)); });
$loop->run();
var_dump(is_resource($a), is_resource($server));

echo "a close in the handler\n";
[$a, $b] = pair();
set_wait_handler(fn ($stream) => fclose($stream));
(new Fiber(function () use ($a) { var_dump(fread($a, 10)); }))->start();
var_dump(is_resource($a));

echo "a Fiber that is never resumed\n";
[$a, $b] = pair();
set_wait_handler(fn () => Fiber::suspend());
$fiber = new Fiber(function () use ($a, $b) {
    try {
        fread($a, 10);
    } finally {
        fwrite($b, 'in time');
        echo 'unwound, and ', fread($a, 10), "\n";
    }
});
$fiber->start();
unset($fiber);

echo "in {main}, in a task and in a task's Fiber\n";
$calls = 0;
set_wait_handler(function () use (&$calls) { ++$calls; return Fiber::suspend(); });
[$a, $b] = pair();
$write = spawn(fn () => fwrite($b, 'xy'));
echo fread($a, 1), spawn(fn () => fread($a, 1))->await(), " by $calls calls\n";
spawn(function () use ($a, $b, &$calls) {
    $fiber = new Fiber(fn () => fread($a, 10));
    $fiber->start();
    fwrite($b, 'z');
    $fiber->resume(true);
    echo $fiber->getReturn(), " by $calls call\n";
})->await();

echo "a Fiber that begins a wait in a task and goes on in {main}\n";
[$a, $b] = pair();
$fiber = new Fiber(function () use ($a) { return fgets($a); });
run(fn () => spawn(fn () => $fiber->start()));
gc_collect_cycles();
fwrite($b, "later\n");
$fiber->resume(true);
echo $fiber->getReturn();

echo "a timeout of a scope around it\n";
[$a, $b] = pair();
$fiber = new Fiber(function () use ($a) {
    try {
        Uvstream\timeout(0.01, fn () => fread($a, 10));
    } catch (Uvstream\TimeoutException $e) {
        echo $e->getMessage(), "\n";
    }
});
$fiber->start();
usleep(10000);
$fiber->resume(false);

echo "what the handler waits for itself\n";
[$c, $d] = pair();
fwrite($d, 'its own');
set_wait_handler(function () use ($b, $c): bool {
    echo fread($c, 10), "\n";
    stream_set_timeout($c, 0, 1000);
    var_dump(fread($c, 10));
    return (bool) fwrite($b, 'the wait for');
});
(new Fiber(function () use ($a) { var_dump(fread($a, 20)); }))->start();

echo "where the engine lets no Fiber be left\n";
fwrite($b, 'in place');
ob_start(fn () => fread($a, 20));
(new Fiber(function () { ob_end_flush(); }))->start();
echo "\n";

echo "one handler after another\n";
var_dump(set_wait_handler('strlen') instanceof Closure, set_wait_handler(null), set_wait_handler(null));
stream_set_timeout($a, 0, 1000);
(new Fiber(function () use ($a) { var_dump(fread($a, 20)); }))->start();
try {
    set_wait_handler('no_such_function');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
an exception, and the stream goes on
thrown by the handler
string(11) "still there"
one that is thrown into the suspended Fiber
thrown into it
a close by another Fiber
bool(true)
bool(true)
string(0) ""
bool(true)
bool(false)
bool(false)
bool(false)
bool(false)
a close in the handler
bool(false)
bool(false)
a Fiber that is never resumed
unwound, and in time
in {main}, in a task and in a task's Fiber
xy by 0 calls
z by 1 call
a Fiber that begins a wait in a task and goes on in {main}
later
a timeout of a scope around it
Not finished within 0.01 seconds
what the handler waits for itself
its own
bool(false)
string(12) "the wait for"
where the engine lets no Fiber be left
in place
one handler after another
bool(true)
string(6) "strlen"
NULL
bool(false)
Uvstream\set_wait_handler(): Argument #1 ($handler) must be a valid callback or null, function "no_such_function" not found or invalid function name
