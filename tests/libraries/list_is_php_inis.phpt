--TEST--
uvstream.park_libraries is for the process: a script cannot change it
--FILE--
<?php
$before = ini_get('uvstream.park_libraries');
var_dump(ini_set('uvstream.park_libraries', 'libfoo'), ini_get('uvstream.park_libraries') === $before);
?>
--EXPECT--
bool(false)
bool(true)
