--TEST--
error-exact: EMFILE when no descriptor is left, for servers and clients of every transport
--EXTENSIONS--
sockets
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
$path = temp_path('emfile');
errno_name(1); // loaded while files can be opened
$limit = posix_getrlimit();
posix_setrlimit(POSIX_RLIMIT_NOFILE, 3, (int) $limit['hard openfiles'] ?: -1);
foreach (['tcp://127.0.0.1:0', 'udp://127.0.0.1:0', "unix://$path", "udg://$path"] as $address) {
    foreach (['server', 'client'] as $side) {
        $stream = "stream_socket_$side"($address, $errno, $errstr, $side === 'server' ? STREAM_SERVER_BIND : 10);
        echo strstr($address, ':', true), " $side: ", json_encode($stream), ' ', errno_name($errno), " $errstr\n";
    }
}
?>
--EXPECTF--
Warning: stream_socket_server(): Unable to connect to tcp://127.0.0.1:0 (Too many open files) in %s on line %d
tcp server: false EMFILE Too many open files

Warning: stream_socket_client(): Unable to connect to tcp://127.0.0.1:0 (Too many open files) in %s on line %d
tcp client: false EMFILE Too many open files

Warning: stream_socket_server(): Unable to connect to udp://127.0.0.1:0 (Too many open files) in %s on line %d
udp server: false EMFILE Too many open files

Warning: stream_socket_client(): Unable to connect to udp://127.0.0.1:0 (Too many open files) in %s on line %d
udp client: false EMFILE Too many open files

Warning: stream_socket_server(): Unable to connect to unix://%s (Too many open files) in %s on line %d
unix server: false EMFILE Too many open files

Warning: stream_socket_client(): Unable to connect to unix://%s (Too many open files) in %s on line %d
unix client: false EMFILE Too many open files

Warning: stream_socket_server(): Unable to connect to udg://%s (Too many open files) in %s on line %d
udg server: false EMFILE Too many open files

Warning: stream_socket_client(): Unable to connect to udg://%s (Too many open files) in %s on line %d
udg client: false EMFILE Too many open files
