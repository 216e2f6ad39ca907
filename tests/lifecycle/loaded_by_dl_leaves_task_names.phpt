--TEST--
A module that a script loads by dl() leaves it the functions of namespace Uvstream that it has, and declares none beside a class of that
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
preg_match('~extension="?(.*/uvstream\.so)~', implode("\n", php_with_options()), $found);
$scripts = [
    'a function' => <<<'PHP'
        namespace Uvstream;
        function run() { return "mine"; }
        var_dump(dl("uvstream.so"), run(), spawn(fn () => "spawned")->await());
        spawn(function () {
            try {
                delay(60);
            } catch (CancelledError $e) {
                echo $e->reason->name, "\n";
            }
        });
        delay(0);
        PHP,
    'a class' => <<<'PHP'
        namespace Uvstream;
        class Channel { public $its = "mine"; }
        var_dump(dl("uvstream.so"), (new Channel)->its, class_exists(Task::class), function_exists('Uvstream\spawn'));
        $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        fwrite($pair[0], "the rest works\n");
        echo fgets($pair[1]);
        PHP,
];
foreach ($scripts as $what => $script) {
    echo "-- $what\n";
    $command = [PHP_BINARY, '-n', '-d', 'enable_dl=1', '-d', 'extension_dir=' . dirname($found[1]), '-r', $script];
    $child = proc_open($command, [1 => STDOUT, 2 => STDOUT], $pipes);
    var_dump(proc_close($child));
}
?>
--EXPECT--
-- a function
bool(true)
string(4) "mine"
string(7) "spawned"
Shutdown
int(0)
-- a class
bool(true)
string(4) "mine"
bool(false)
bool(false)
the rest works
int(0)
