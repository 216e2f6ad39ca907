--TEST--
stream_set_timeout() on a pipe ends a read, in a task and in {main}; default_socket_timeout does not
--EXTENSIONS--
posix
--INI--
default_socket_timeout=0
--FILE--
<?php
require __DIR__ . '/../inc/readable.inc';
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';
use function Uvstream\{run, spawn};

function timed_out($pipe): bool
{
    return stream_get_meta_data($pipe)['timed_out'];
}

$reads = function () {
    [$input, $output] = echoing();
    var_dump(stream_set_timeout($output, 0, 10000));
    var_dump(fgets($output), timed_out($output), feof($output));
    var_dump(fread($output, 10), timed_out($output));
    fwrite($input, "half");
    wait_readable($output);
    var_dump(stream_get_contents($output), timed_out($output));
    stream_set_timeout($output, 20);
    fwrite($input, "a line\n");
    var_dump(fgets($output), timed_out($output));
    fclose($input);
    var_dump(fgets($output), timed_out($output), feof($output));
    var_dump(stream_set_timeout(tmpfile(), 1));
};
echo "in {main}\n";
ob_start();
$reads();
echo $main = ob_get_clean();
echo "in a task\n";
run(function () use ($reads, $main) {
    ob_start();
    spawn(function () use ($reads, $main) {
        ob_start();
        $reads();
        $task = ob_get_clean();
        echo $task === $main ? "the same\n" : $task;
    })->await();
    ob_end_flush();
});

echo "a number that is used again has none\n";
[$input, $output] = echoing();
stream_set_timeout($output, 0, 1);
fclose($output);
fclose($input);
run(function () {
    [$input, $output] = echoing();
    $read = parked(fn () => fgets($output));
    fwrite($input, "a line\n");
    echo $read->await();
});
?>
--EXPECT--
in {main}
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
string(4) "half"
bool(true)
string(7) "a line
"
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
in a task
the same
a number that is used again has none
a line
