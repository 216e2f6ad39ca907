--TEST--
an exception that passes a function closes the streams in it
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
function server_and_client(): void
{
    $pair = connect_pair();
    throw new LogicException('out');
}
$before = count_descriptors();
for ($i = 0; $i < 50; ++$i) {
    try {
        server_and_client();
    } catch (LogicException $exception) {
    }
    unset($exception);
}
var_dump(count_descriptors() - $before);
?>
--EXPECT--
int(0)
