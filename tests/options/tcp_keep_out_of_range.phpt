--TEST--
tcp_keepidle, tcp_keepintvl, tcp_keepcnt: a value out of range is an error, code 0, and nothing is left behind
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip the limits are Linux\'s'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
[$server, $name] = listen_on();
ob_start(fn ($text) => str_replace($name, 'NAME', $text));
foreach (['tcp_keepidle' => 32768, 'tcp_keepintvl' => 32768, 'tcp_keepcnt' => 128] as $option => $too_much) {
    foreach ([0, -1, $too_much, PHP_INT_MAX, PHP_INT_MIN, 'text'] as $value) {
        try_server('tcp://127.0.0.1:0', null, [$option => $value]);
        try_client($name, [$option => $value], $value === 0);
    }
}
var_dump(@stream_socket_accept($server, 0)); // nobody has connected
?>
--EXPECT--
server tcp://127.0.0.1:0: false, 0, tcp_keepidle context option must be between 1 and 32767
client NAME: false, 0, tcp_keepidle context option must be between 1 and 32767
  warning: Unable to connect to NAME (tcp_keepidle context option must be between 1 and 32767)
server tcp://127.0.0.1:0: false, 0, tcp_keepidle context option must be between 1 and 32767
client NAME: false, 0, tcp_keepidle context option must be between 1 and 32767
server tcp://127.0.0.1:0: false, 0, tcp_keepidle context option must be between 1 and 32767
client NAME: false, 0, tcp_keepidle context option must be between 1 and 32767
server tcp://127.0.0.1:0: false, 0, tcp_keepidle context option must be between 1 and 32767
client NAME: false, 0, tcp_keepidle context option must be between 1 and 32767
server tcp://127.0.0.1:0: false, 0, tcp_keepidle context option must be between 1 and 32767
client NAME: false, 0, tcp_keepidle context option must be between 1 and 32767
server tcp://127.0.0.1:0: false, 0, tcp_keepidle context option must be between 1 and 32767, string given
client NAME: false, 0, tcp_keepidle context option must be between 1 and 32767, string given
server tcp://127.0.0.1:0: false, 0, tcp_keepintvl context option must be between 1 and 32767
client NAME: false, 0, tcp_keepintvl context option must be between 1 and 32767
  warning: Unable to connect to NAME (tcp_keepintvl context option must be between 1 and 32767)
server tcp://127.0.0.1:0: false, 0, tcp_keepintvl context option must be between 1 and 32767
client NAME: false, 0, tcp_keepintvl context option must be between 1 and 32767
server tcp://127.0.0.1:0: false, 0, tcp_keepintvl context option must be between 1 and 32767
client NAME: false, 0, tcp_keepintvl context option must be between 1 and 32767
server tcp://127.0.0.1:0: false, 0, tcp_keepintvl context option must be between 1 and 32767
client NAME: false, 0, tcp_keepintvl context option must be between 1 and 32767
server tcp://127.0.0.1:0: false, 0, tcp_keepintvl context option must be between 1 and 32767
client NAME: false, 0, tcp_keepintvl context option must be between 1 and 32767
server tcp://127.0.0.1:0: false, 0, tcp_keepintvl context option must be between 1 and 32767, string given
client NAME: false, 0, tcp_keepintvl context option must be between 1 and 32767, string given
server tcp://127.0.0.1:0: false, 0, tcp_keepcnt context option must be between 1 and 127
client NAME: false, 0, tcp_keepcnt context option must be between 1 and 127
  warning: Unable to connect to NAME (tcp_keepcnt context option must be between 1 and 127)
server tcp://127.0.0.1:0: false, 0, tcp_keepcnt context option must be between 1 and 127
client NAME: false, 0, tcp_keepcnt context option must be between 1 and 127
server tcp://127.0.0.1:0: false, 0, tcp_keepcnt context option must be between 1 and 127
client NAME: false, 0, tcp_keepcnt context option must be between 1 and 127
server tcp://127.0.0.1:0: false, 0, tcp_keepcnt context option must be between 1 and 127
client NAME: false, 0, tcp_keepcnt context option must be between 1 and 127
server tcp://127.0.0.1:0: false, 0, tcp_keepcnt context option must be between 1 and 127
client NAME: false, 0, tcp_keepcnt context option must be between 1 and 127
server tcp://127.0.0.1:0: false, 0, tcp_keepcnt context option must be between 1 and 127, string given
client NAME: false, 0, tcp_keepcnt context option must be between 1 and 127, string given
bool(false)
