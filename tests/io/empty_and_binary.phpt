--TEST--
fwrite(), fread(): empty strings, NUL bytes, lengths
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
var_dump(fwrite($a, ''), fwrite($a, "a\0b\n\0", 100), fwrite($a, 'abcdef', 3), fwrite($a, 'x', 0), fwrite($a, 'x', -1));
fclose($a);
var_dump(bin2hex(fgets($b)), bin2hex(stream_get_contents($b)));
try {
    fread($b, 0);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
int(0)
int(5)
int(3)
int(0)
int(0)
string(8) "6100620a"
string(8) "00616263"
fread(): Argument #2 ($length) must be greater than 0
