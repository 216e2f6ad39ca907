--TEST--
exit with a look-up under way does not wait for it
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(20);
$names = serve_names();
$start = microtime(true);
$child = in_child(fn () => abandon_lookup());
var_dump(ended($child), microtime(true) - $start < 5);
stop($names);
?>
--EXPECT--
int(0)
bool(true)
