--TEST--
An empty unix path is as in stock: the system picks a name, and a client has nothing to connect to
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip autobind is Linux\'s'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
$server = try_server('unix://');
$server = try_server('udg://');
try_client('unix://');
try_client('udg://');
?>
--EXPECT--
server unix://: made
server udg://: made
client unix://: false, EINVAL, Invalid argument (the path is empty)
client udg://: false, EINVAL, Invalid argument (the path is empty)
