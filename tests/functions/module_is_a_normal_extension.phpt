--TEST--
The extension has a name, a version and its dependencies, and is loaded once
--FILE--
<?php
$extension = new ReflectionExtension('uvstream');
var_dump(extension_loaded('uvstream'), $extension->getName(), (bool) preg_match('/^\d+\.\d+\.\d+/', phpversion('uvstream')));
var_dump($extension->getDependencies()['standard'] ?? null, $extension->getDependencies()['openssl'] ?? null);
var_dump($extension->isPersistent());
?>
--EXPECT--
bool(true)
string(8) "uvstream"
bool(true)
string(8) "Required"
string(8) "Optional"
bool(true)
