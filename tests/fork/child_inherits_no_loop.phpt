--TEST--
no descriptor of the parent's loop is left in a child that has waited
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
function loops(): int // each has an epoll and an eventfd; the pipe beside them belongs to the whole of libuv
{
    $own = '/proc/' . getmypid() . '/fd'; // thread-safe PHP remembers what /proc/self is, also in a child
    $links = array_map(fn ($fd) => (string) @readlink("$own/$fd"), scandir($own));
    return count(array_filter($links, fn ($link) => str_contains($link, 'eventpoll')));
}
stream_socket_server('tcp://localhost:0'); // makes the loop
var_dump(loops());
$before = descriptors();
$child = in_child(function () use ($server, $before) {
    @stream_socket_accept($server, 0);
    var_dump(loops());
    stream_socket_server('tcp://localhost:0'); // a loop of its own
    var_dump(loops(), descriptors() - $before);
});
var_dump(ended($child));
?>
--EXPECT--
int(1)
int(0)
int(1)
int(0)
int(0)
