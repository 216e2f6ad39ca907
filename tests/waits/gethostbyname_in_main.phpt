--TEST--
gethostbyname(), gethostbynamel() and gethostbyaddr() in {main}, with no tasks: stock's, with no thread and no loop
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
require __DIR__ . '/../inc/descriptors.inc';
enter_private_network(60);
$names = serve_names();
$before = count_descriptors();
var_dump(gethostbyname('alive.test.'), gethostbynamel('alive.test.') === ['127.0.0.1'], gethostbyaddr('192.0.2.1'),
    gethostbyname('gone.test.'), gethostbynamel('gone.test.'), count_descriptors() - $before);
stop($names);
?>
--EXPECT--
string(9) "127.0.0.1"
bool(true)
string(9) "host.test"
string(10) "gone.test."
bool(false)
int(0)
