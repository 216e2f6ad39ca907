--TEST--
so_rcvbuf, so_sndbuf: a value out of range is an error, code 0, and nothing is left behind
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
[$server, $name] = listen_on();
ob_start(fn ($text) => str_replace($name, 'NAME', $text));
foreach (['so_rcvbuf', 'so_sndbuf'] as $option) {
    foreach ([0, -1, 2147483648, PHP_INT_MIN, 'text', null, false] as $value) {
        try_server('tcp://127.0.0.1:0', null, [$option => $value], $value === 0);
        try_server('udp://127.0.0.1:0', null, [$option => $value]);
        try_client($name, [$option => $value], $value === 0);
    }
}
var_dump(@stream_socket_accept($server, 0)); // nobody has connected
?>
--EXPECT--
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
  warning: Unable to connect to tcp://127.0.0.1:0 (so_rcvbuf context option must be between 1 and 2147483647)
server udp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
client NAME: false, 0, so_rcvbuf context option must be between 1 and 2147483647
  warning: Unable to connect to NAME (so_rcvbuf context option must be between 1 and 2147483647)
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server udp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
client NAME: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server udp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
client NAME: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server udp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
client NAME: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647, string given
server udp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647, string given
client NAME: false, 0, so_rcvbuf context option must be between 1 and 2147483647, string given
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647, null given
server udp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647, null given
client NAME: false, 0, so_rcvbuf context option must be between 1 and 2147483647, null given
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647, bool given
server udp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647, bool given
client NAME: false, 0, so_rcvbuf context option must be between 1 and 2147483647, bool given
server tcp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647
  warning: Unable to connect to tcp://127.0.0.1:0 (so_sndbuf context option must be between 1 and 2147483647)
server udp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647
client NAME: false, 0, so_sndbuf context option must be between 1 and 2147483647
  warning: Unable to connect to NAME (so_sndbuf context option must be between 1 and 2147483647)
server tcp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647
server udp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647
client NAME: false, 0, so_sndbuf context option must be between 1 and 2147483647
server tcp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647
server udp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647
client NAME: false, 0, so_sndbuf context option must be between 1 and 2147483647
server tcp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647
server udp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647
client NAME: false, 0, so_sndbuf context option must be between 1 and 2147483647
server tcp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647, string given
server udp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647, string given
client NAME: false, 0, so_sndbuf context option must be between 1 and 2147483647, string given
server tcp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647, null given
server udp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647, null given
client NAME: false, 0, so_sndbuf context option must be between 1 and 2147483647, null given
server tcp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647, bool given
server udp://127.0.0.1:0: false, 0, so_sndbuf context option must be between 1 and 2147483647, bool given
client NAME: false, 0, so_sndbuf context option must be between 1 and 2147483647, bool given
bool(false)
