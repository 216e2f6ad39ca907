--TEST--
no descriptor of the parent's loop is left in a child that has waited
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
function loops(): int // each has an epoll and an eventfd; the pipe beside them belongs to the whole of libuv
{
    return count(array_filter(open_descriptors(), fn ($what) => str_contains($what, 'eventpoll')));
}
stream_socket_server('tcp://localhost:0'); // makes the loop
var_dump(loops());
$before = count_descriptors();
$child = in_child(function () use ($server, $before) {
    @stream_socket_accept($server, 0);
    var_dump(loops());
    stream_socket_server('tcp://localhost:0'); // a loop of its own
    var_dump(loops(), count_descriptors() - $before);
});
var_dump(ended($child));
?>
--EXPECT--
int(1)
int(0)
int(1)
int(0)
int(0)
