--TEST--
privileged: a port under 1024 without the privilege is EACCES, with its text
--EXTENSIONS--
sockets
posix
--SKIPIF--
<?php
$first_free = @file_get_contents('/proc/sys/net/ipv4/ip_unprivileged_port_start');
if ($first_free !== false && (int) $first_free < 1024) die('skip low ports need no privilege here');
?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
$is_root = posix_geteuid() === 0;
foreach (['tcp', 'udp'] as $transport) {
    if ($is_root) posix_seteuid(65534);
    var_dump(stream_socket_server("$transport://127.0.0.1:13", $errno, $errstr, STREAM_SERVER_BIND));
    if ($is_root) posix_seteuid(0);
    var_dump($errno === SOCKET_EACCES, $errstr);
}
?>
--EXPECT--
Warning: stream_socket_server(): Unable to connect to tcp://127.0.0.1:13 (Permission denied)
bool(false)
bool(true)
string(17) "Permission denied"
Warning: stream_socket_server(): Unable to connect to udp://127.0.0.1:13 (Permission denied)
bool(false)
bool(true)
string(17) "Permission denied"
