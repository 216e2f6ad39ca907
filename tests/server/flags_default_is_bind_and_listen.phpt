--TEST--
flags: the default binds and listens, as BIND | LISTEN does
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip SO_ACCEPTCONN is asked for by its number'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
const SO_ACCEPTCONN = 30;
$path = temp_path('flags');
foreach (['tcp://127.0.0.1:0', "unix://$path"] as $address) {
    foreach ([null, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, STREAM_SERVER_BIND, -1] as $flags) {
        $server = $flags === null ? stream_socket_server($address)
                                  : stream_socket_server($address, $errno, $errstr, $flags);
        echo json_encode($flags), ' ', socket_get_option(socket_import_stream($server), SOL_SOCKET, SO_ACCEPTCONN), "\n";
        @unlink($path);
    }
}
?>
--EXPECT--
null 1
12 1
4 0
-1 1
null 1
12 1
4 0
-1 1
