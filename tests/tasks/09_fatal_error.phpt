--TEST--
tasks, promise 9: after a fatal error no user code of a task runs, but shutdown functions, as on stock: in {main}, in a task, limits
--SKIPIF--
<?php
if (getenv('SKIP_ASAN') || getenv('USE_ZEND_ALLOC') === '0') die('skip memory_limit needs the allocator of Zend');
?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';

$fatal = [
    'an error' => 'trigger_error("fatal", E_USER_ERROR);',
    'a class twice' => 'eval("class Twice {} class Twice {}");',
    'memory limit' => 'ini_set("memory_limit", "8M"); str_repeat("x", 100_000_000);',
    'memory limit, little by little' => 'ini_set("memory_limit", "8M"); for (;;) $all[] = str_repeat("x", 1000);',
    'time limit' => 'set_time_limit(1); for (;;);',
];
$places = [
    '{main}' => '$fatal();',
    '{main}, in run()' => 'run(function () use ($fatal) { spawn(delay(...), 60); delay(0); $fatal(); });',
    'a task' => 'spawn($fatal); try { delay(60); } finally { echo "NOT "; }',
    'a task of a run()' => 'run(function () use ($fatal) { spawn($fatal); try { delay(60); } finally { echo "NOT "; } });',
    'a group' => 'spawn(fn () => group(function ($group) use ($fatal) { $group->spawn($fatal); try { delay(60); } finally { echo "NOT "; } })); delay(60);',
    'a Fiber in a task' => 'spawn(fn () => (new Fiber($fatal))->start()); delay(60);',
];
foreach ($fatal as $what => $code) {
    foreach ($places as $place => $main) {
        $child = proc_open([...php_with_options(), '-d', 'display_errors=0', '-d', 'log_errors=0', '-r', "
            use Uvstream\Channel;
            use function Uvstream\{delay, group, run, shield, spawn};
            register_shutdown_function(function () {
                echo 'shutdown, ', connection_status() & CONNECTION_TIMEOUT ? 'timed out, ' : '';
                try {
                    delay(0.001); // a wait is in order, another task is not
                    spawn(fn () => print('NOT '));
                    delay(0.001);
                } catch (Error \$error) {
                    echo 'no spawn, ';
                }
            });
            class Noisy { function __destruct() { echo 'NOT '; } }
            \$waits = function (\$wait) { \$noisy = new Noisy; try { \$wait(); } finally { echo 'NOT '; } };
            [\$ours, \$theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
            spawn(\$waits, fn () => delay(60));
            spawn(\$waits, fn () => fread(\$ours, 1));
            spawn(\$waits, fn () => (new Channel)->receive());
            spawn(\$waits, fn () => shield(fn () => delay(60)));
            spawn(\$waits, fn () => group(fn (\$group) => \$group->spawn(delay(...), 60)));
            delay(0);
            spawn(fn () => print('began, '));
            \$fatal = function () { $code };
            $main"], [1 => ['pipe', 'w']], $pipes);
        $text = stream_get_contents($pipes[1]);
        $seen[json_encode([$text, proc_close($child)])][] = $place;
    }
    echo "$what:\n";
    foreach ($seen as $outcome => $where) echo "  $outcome ", count($where) === count($places) ? 'everywhere' : implode('; ', $where), "\n";
    $seen = [];
}
?>
--EXPECT--
an error:
  ["shutdown, no spawn, ",255] {main}
  ["began, shutdown, no spawn, ",255] {main}, in run(); a task; a task of a run(); a group; a Fiber in a task
a class twice:
  ["shutdown, no spawn, ",255] {main}
  ["began, shutdown, no spawn, ",255] {main}, in run(); a task; a task of a run(); a group; a Fiber in a task
memory limit:
  ["shutdown, no spawn, ",255] {main}
  ["began, shutdown, no spawn, ",255] {main}, in run(); a task; a task of a run(); a group; a Fiber in a task
memory limit, little by little:
  ["shutdown, no spawn, ",255] {main}
  ["began, shutdown, no spawn, ",255] {main}, in run(); a task; a task of a run(); a group; a Fiber in a task
time limit:
  ["shutdown, timed out, no spawn, ",255] {main}
  ["began, shutdown, timed out, no spawn, ",255] {main}, in run(); a task; a task of a run(); a group; a Fiber in a task
