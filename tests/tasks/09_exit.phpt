--TEST--
tasks, promise 9: exit() in a task ends the script with its status, wherever the task is; what waits is cancelled after the shutdown functions
--FILE--
<?php
use function Uvstream\{all, delay, first, group, run, shield, spawn, timeout};
require __DIR__ . '/../inc/child_php.inc';

$ways = [
    'plain' => 'fn () => exit(7)',
    'after a wait' => 'function () { delay(0.001); exit(7); }',
    'with a text' => 'fn () => exit("good-bye\n")',
    'a member of a group' => 'fn () => group(function ($group) { $group->spawn(fn () => exit(7)); delay(60); })',
    'the opener of a group' => 'fn () => group(function ($group) { $group->spawn(delay(...), 60); delay(0); exit(7); })',
    'in run' => 'fn () => run(function () { spawn(fn () => exit(7)); delay(60); })',
    'the opener of a run' => 'fn () => run(function () { spawn(delay(...), 60); delay(0); exit(7); })',
    'in all' => 'fn () => all([fn () => exit(7), fn () => delay(60)])',
    'in first' => 'fn () => first([fn () => exit(7), fn () => delay(60)])',
    'behind a shield' => 'fn () => shield(fn () => timeout(1, fn () => exit(7)))',
    'in a Fiber' => 'fn () => (new Fiber(fn () => exit(7)))->start()',
    'in a Fiber after a wait' => 'fn () => (new Fiber(function () { delay(0.001); exit(7); }))->start()',
    'in a generator' => 'function () { foreach ((function () { yield 1; exit(7); })() as $one); }',
    'in finally' => 'function () { try { throw new Exception; } finally { exit(7); } }',
    'in finally, cancelled' => 'function () {
        $task = spawn(function () { try { delay(60); } finally { exit(7); } });
        delay(0);
        $task->cancel();
        delay(60);
    }',
    'in a destructor' => 'function () { $it = new class { function __destruct() { exit(7); } }; }',
    'in an error handler' => 'function () { set_error_handler(fn () => exit(7)); trigger_error("error"); }',
    'in a callback' => 'fn () => array_map(fn () => exit(7), [1])',
    'in a shutdown function' => 'fn () => register_shutdown_function(fn () => exit(7))',
    'in a task of a shutdown function' => 'fn () => register_shutdown_function(fn () => run(function () { spawn(fn () => exit(7)); delay(60); }))',
    'when the script ends' => 'function () { try { delay(60); } finally { exit(7); } }',
];
$mains = ['{main} waits' => 'delay(60);', '{main} is in run()' => 'run(fn () => delay(60));'];
foreach ($ways as $way => $task) {
    foreach ($mains as $what => $main) {
        $ends = str_contains($way, 'shutdown') || str_contains($way, 'script ends');
        if ($ends) $main = 'delay(0.001);';
        $child = proc_open(php_command("use function Uvstream\{all, delay, first, group, run, shield, spawn, timeout};
            register_shutdown_function(function () { echo 'shutdown, '; });
            class Noisy { function __destruct() { echo 'destructor'; } }
            \$noisy = new Noisy;
            spawn(function () { try { delay(60); echo 'NOT '; } finally { echo 'finally, '; } });
            spawn($task);
            try { $main" . ($ends ? '' : "echo 'NOT ';") . "} finally { echo '" . ($ends ? '' : 'NOT ') . "'; }"),
            [1 => ['pipe', 'w']], $pipes);
        $text = stream_get_contents($pipes[1]);
        $seen[] = json_encode([$text, proc_close($child)]);
    }
    echo "$way: ", implode(' ', array_unique($seen)), "\n";
    $seen = [];
}
?>
--EXPECT--
plain: ["shutdown, finally, destructor",7]
after a wait: ["shutdown, finally, destructor",7]
with a text: ["good-bye\nshutdown, finally, destructor",0]
a member of a group: ["shutdown, finally, destructor",7]
the opener of a group: ["shutdown, finally, destructor",7]
in run: ["shutdown, finally, destructor",7]
the opener of a run: ["shutdown, finally, destructor",7]
in all: ["shutdown, finally, destructor",7]
in first: ["shutdown, finally, destructor",7]
behind a shield: ["shutdown, finally, destructor",7]
in a Fiber: ["shutdown, finally, destructor",7]
in a Fiber after a wait: ["shutdown, finally, destructor",7]
in a generator: ["shutdown, finally, destructor",7]
in finally: ["shutdown, finally, destructor",7]
in finally, cancelled: ["shutdown, finally, destructor",7]
in a destructor: ["shutdown, finally, destructor",7]
in an error handler: ["shutdown, finally, destructor",7]
in a callback: ["shutdown, finally, destructor",7]
in a shutdown function: ["shutdown, destructorfinally, ",7]
in a task of a shutdown function: ["shutdown, destructorfinally, ",7]
when the script ends: ["shutdown, finally, destructor",7]
