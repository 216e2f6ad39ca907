--TEST--
IP_RECVERR: an error that stays in a udp socket's queue keeps it ready, and a read with nothing to read ends
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip Linux only'); ?>
--FILE--
<?php
const IP_RECVERR = 11;
foreach (['fread' => fn ($s) => fread($s, 10), 'fgets' => fn ($s) => fgets($s), 'get_line' => fn ($s) => stream_get_line($s, 10, "\n")]
    as $name => $read) {
    $gone = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
    $address = 'udp://' . stream_socket_get_name($gone, false);
    fclose($gone);
    $stream = stream_socket_client($address);
    socket_set_option(socket_import_stream($stream), IPPROTO_IP, IP_RECVERR, 1);
    stream_set_blocking($stream, true);
    stream_set_timeout($stream, 20);
    fwrite($stream, 'x');
    echo $name, ' ', json_encode([$read($stream), feof($stream)]); // the error itself
    echo ' ', json_encode([$read($stream), stream_get_meta_data($stream)['timed_out']]), "\n";
}
?>
--EXPECT--
fread [false,true] ["",false]
fgets [false,true] [false,false]
get_line [false,true] [false,false]
