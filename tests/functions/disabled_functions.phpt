--TEST--
disable_functions takes replaced functions away, as any other
--INI--
disable_functions=stream_socket_server,stream_get_transports,fclose
--FILE--
<?php
foreach (['stream_socket_server', 'stream_get_transports', 'fclose'] as $name) {
    var_dump(function_exists($name));
    try {
        $name('127.0.0.1:0');
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
// The transports are still there.
$server = (function () {
    return @stream_socket_client('tcp://127.0.0.1:abc', $errno, $errstr) ?: $errstr;
})();
echo $server, "\n";
?>
--EXPECT--
bool(false)
Call to undefined function stream_socket_server()
bool(false)
Call to undefined function stream_get_transports()
bool(false)
Call to undefined function fclose()
Failed to parse address "127.0.0.1:abc": the port must be a number from 0 to 65535
