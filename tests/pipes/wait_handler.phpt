--TEST--
a Fiber that is no task waits for a pipe by the function of set_wait_handler()
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';

Uvstream\set_wait_handler(function ($stream, $readiness, ?float $seconds): bool {
    return Fiber::suspend($readiness->name);
});
[$from, $to] = pipe_ends();
$reads = new Fiber(fn () => fgets($from));
$writes = new Fiber(fn () => fwrite($to, str_repeat('x', 200000)));
var_dump($reads->start());
fwrite($to, "a line\n");
$reads->resume(true);
var_dump($reads->getReturn());
for ($waits_for = $writes->start(), $got = 0; $waits_for !== null; $waits_for = $writes->resume(true)) {
    if ($got === 0) var_dump($waits_for);
    $got += strlen(fread($from, 4096));
}
var_dump($writes->getReturn(), strlen(stream_get_contents($from, 200000 - $got)) + $got);
?>
--EXPECT--
string(8) "Readable"
string(7) "a line
"
string(8) "Writable"
int(200000)
int(200000)
