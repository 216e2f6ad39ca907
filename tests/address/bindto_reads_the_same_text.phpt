--TEST--
bindto: what may stand behind a port, and what may not
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip all of 127/8 is Linux\'s'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $name] = listen_on();
[$server6, $name6] = listen_on('tcp://[::1]:0');
show_errors();
function try_from(string $to, string $bindto): void
{
    $context = stream_context_create(['socket' => ['bindto' => $bindto]]);
    echo addcslashes($bindto, "\n"), ' => ';
    $client = stream_socket_client($to, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    echo $client ? preg_replace('/\d+$/', 'PORT', stream_socket_get_name($client, false)) : $errstr, "\n";
}
foreach (['127.0.0.2:0:3306', '127.0.0.2:0/x:9', '127.0.0.2:0?x', '127.0.0.2:0#x', '127.0.0.2:0x', "127.0.0.2:0\n", '::1:0', '10.1:2:3'] as $bindto) {
    try_from($name, $bindto);
}
foreach (['[::1]:0:3306', '[::1]:0?x', '[::1]:0x', '::1:0', '::1', '2001:1::1:80'] as $bindto) try_from($name6, $bindto);
?>
--EXPECT--
127.0.0.2:0:3306 => 127.0.0.2:PORT
127.0.0.2:0/x:9 => 127.0.0.2:PORT
127.0.0.2:0?x => 127.0.0.2:PORT
127.0.0.2:0#x => 127.0.0.2:PORT
127.0.0.2:0x => Warning: stream_socket_client(): Invalid IP Address: 127.0.0.2:0x: the port must be a number from 0 to 65535
127.0.0.1:PORT
127.0.0.2:0\n => Warning: stream_socket_client(): Invalid IP Address: 127.0.0.2:0\n: the port must be a number from 0 to 65535
127.0.0.1:PORT
::1:0 => Warning: stream_socket_client(): Invalid IP Address: ::1:0: an IPv6 address goes in square brackets
127.0.0.1:PORT
10.1:2:3 => Warning: stream_socket_client(): Invalid IP Address: 10.1
127.0.0.1:PORT
[::1]:0:3306 => [::1]:PORT
[::1]:0?x => [::1]:PORT
[::1]:0x => Warning: stream_socket_client(): Invalid IP Address: [::1]:0x: the port must be a number from 0 to 65535
[::1]:PORT
::1:0 => Warning: stream_socket_client(): Invalid IP Address: ::1:0: an IPv6 address goes in square brackets
[::1]:PORT
::1 => Warning: stream_socket_client(): Invalid IP Address: ::1: an IPv6 address goes in square brackets
[::1]:PORT
2001:1::1:80 => Warning: stream_socket_client(): Invalid IP Address: 2001:1::1:80: an IPv6 address goes in square brackets
[::1]:PORT
