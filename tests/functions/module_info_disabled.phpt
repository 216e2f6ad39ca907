--TEST--
php --ri uvstream: with uvstream.enable=0 nothing is taken over
--INI--
uvstream.enable=0
--FILE--
<?php
ob_start();
(new ReflectionExtension('uvstream'))->info();
$info = ob_get_clean();
var_dump(strpos($info, 'uvstream support => disabled') > 0, strpos($info, 'taken over'), strpos($info, 'replaced'));
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
