--TEST--
create: stream sockets and datagram sockets on the local address given
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$unix = temp_path('create-unix');
$udg = temp_path('create-udg');
$kinds = [SOCK_STREAM => 'stream', SOCK_DGRAM => 'datagram'];
$both = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
foreach (["tcp://127.0.0.1:0" => $both, "udp://127.0.0.1:0" => STREAM_SERVER_BIND,
    "unix://$unix" => $both, "udg://$udg" => STREAM_SERVER_BIND] as $address => $flags) {
    $errno = $errstr = 'untouched';
    $server = stream_socket_server($address, $errno, $errstr, $flags);
    $socket = socket_import_stream($server);
    echo get_resource_type($server), ' ', stream_get_meta_data($server)['stream_type'], ' ',
        $kinds[socket_get_option($socket, SOL_SOCKET, SO_TYPE)], ' ',
        str_replace([$unix, $udg], ['UNIX', 'UDG'], stream_socket_get_name($server, false)), ' ',
        var_export($errno, true), ' ', var_export($errstr, true), "\n";
}
var_dump(filetype($unix), filetype($udg));
?>
--EXPECTF--
stream tcp_socket%S stream 127.0.0.1:%d 0 ''
stream udp_socket datagram 127.0.0.1:%d 0 ''
stream unix_socket stream UNIX 0 ''
stream udg_socket datagram UDG 0 ''
string(6) "socket"
string(6) "socket"
