--TEST--
fclose(): wrong arguments are stock's errors
--FILE--
<?php
foreach ([[], [1], ['x'], [null], [stream_context_create()], [STDERR, 2]] as $arguments) {
    try {
        var_dump(fclose(...$arguments));
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
try {
    fclose(strem: STDERR);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
var_dump(fclose(stream: stream_socket_server('127.0.0.1:0')));
// A directory's stream is not to be closed this way.
var_dump(@fclose(opendir(__DIR__)));
?>
--EXPECTF--
ArgumentCountError: fclose() expects exactly 1 argument, 0 given
TypeError: fclose(): Argument #1 ($stream) must be of type resource, int given
TypeError: fclose(): Argument #1 ($stream) must be of type resource, string given
TypeError: fclose(): Argument #1 ($stream) must be of type resource, null given
TypeError: fclose(): %s stream resource
ArgumentCountError: fclose() expects exactly 1 argument, 2 given
Unknown named parameter $strem
bool(true)
bool(false)
