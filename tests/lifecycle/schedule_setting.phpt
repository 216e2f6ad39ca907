--TEST--
uvstream.schedule takes an order or a seed, and names what it cannot take
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$values = ['order', 'random:7', 'random:18446744073709551615', 'random:0', 'random:', 'random:7x', 'random:-1', 'rnd', ''];
foreach ($values as $value) {
    $command = [...php_with_options(), '-d', "uvstream.schedule=$value", '-d', 'display_startup_errors=1', '-d',
        'display_errors=1', '-d', 'log_errors=0', '-d', 'html_errors=0', '-r', 'var_dump(ini_get("uvstream.schedule"));'];
    echo trim(stream_get_contents(popen(implode(' ', array_map(escapeshellarg(...), $command)), 'r'))), "\n";
}
var_dump(ini_set('uvstream.schedule', 'random:1'));
?>
--EXPECTF--
string(5) "order"
string(8) "random:7"
string(27) "random:18446744073709551615"
Warning: PHP Startup: uvstream.schedule must be "order" or "random:SEED", "random:0" given in Unknown on line 0
string(5) "order"
Warning: PHP Startup: uvstream.schedule must be "order" or "random:SEED", "random:" given in Unknown on line 0
string(5) "order"
Warning: PHP Startup: uvstream.schedule must be "order" or "random:SEED", "random:7x" given in Unknown on line 0
string(5) "order"
Warning: PHP Startup: uvstream.schedule must be "order" or "random:SEED", "random:-1" given in Unknown on line 0
string(5) "order"
Warning: PHP Startup: uvstream.schedule must be "order" or "random:SEED", "rnd" given in Unknown on line 0
string(5) "order"
Warning: PHP Startup: uvstream.schedule must be "order" or "random:SEED", "" given in Unknown on line 0
string(5) "order"
bool(false)
