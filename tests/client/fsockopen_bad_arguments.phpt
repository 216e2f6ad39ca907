--TEST--
fsockopen(): no port, an unknown transport, a NUL byte, a timeout out of range
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
foreach ([['127.0.0.1'], ['nosuch://127.0.0.1', 80], ["127.0.0.1\0evil", 80]] as $arguments) {
    $errno = $errstr = 'untouched';
    $arguments += [1 => -1];
    var_dump(fsockopen($arguments[0], $arguments[1], $errno, $errstr, 10), $errno, is_string($errstr));
}
?>
--EXPECTF--
Warning: fsockopen(): %s
bool(false)
int(0)
bool(true)
%AWarning: fsockopen(): %s
bool(false)
int(%i)
bool(true)
Warning: fsockopen(): %s
bool(false)
int(0)
bool(true)
