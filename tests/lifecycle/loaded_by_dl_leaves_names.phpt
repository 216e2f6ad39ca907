--TEST--
A module that a script loads by dl() leaves it the names that the script has declared, and takes its own along
--SKIPIF--
<?php
if (PHP_VERSION_ID >= 80600) die('skip PHP has the names itself');
?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
preg_match('~extension="?(.*/uvstream\.so)~', implode("\n", php_with_options()), $found);
$command = [PHP_BINARY, '-n', '-d', 'enable_dl=1', '-d', 'extension_dir=' . dirname($found[1]), '-r', '
    function Stream_Socket_get_crypto_status($stream) { return "mine"; }
    define("STREAM_CRYPTO_STATUS_WANT_READ", "mine, too");
    var_dump(dl("uvstream.so"));
    var_dump(stream_socket_get_crypto_status(STDIN), STREAM_CRYPTO_STATUS_WANT_READ, STREAM_CRYPTO_STATUS_WANT_WRITE);
    var_dump(preg_grep("/^stream/", array_keys((new ReflectionExtension("uvstream"))->getFunctions())));
'];
$child = proc_open($command, [1 => STDOUT, 2 => STDOUT], $pipes);
var_dump(proc_close($child));
?>
--EXPECT--
bool(true)
string(4) "mine"
string(9) "mine, too"
int(2)
array(0) {
}
int(0)
