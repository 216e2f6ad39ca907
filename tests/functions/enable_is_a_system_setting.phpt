--TEST--
uvstream.enable is on unless php.ini says otherwise, and no script can change it
--FILE--
<?php
var_dump(ini_get('uvstream.enable'), ini_set('uvstream.enable', '0'), ini_get('uvstream.enable'));
var_dump(ini_get_all('uvstream')['uvstream.enable']['access'] === INI_SYSTEM);
var_dump(array_keys(ini_get_all('uvstream')) === array_filter(array_keys(ini_get_all('uvstream')), fn ($key) => str_starts_with($key, 'uvstream.')));
?>
--EXPECT--
string(1) "1"
bool(false)
string(1) "1"
bool(true)
bool(true)
