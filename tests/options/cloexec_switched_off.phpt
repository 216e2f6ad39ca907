--TEST--
'uvstream' => ['cloexec' => false] leaves the descriptors open in other programs; a connection follows its listener
--SKIPIF--
<?php if (!is_dir('/proc/self/fdinfo')) die('skip no /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
foreach ([false, 0, '', null, true, 1] as $on) {
    $context = stream_context_create(['uvstream' => ['cloexec' => $on]]);
    $path = temp_path('cloexec-off');
    foreach (['tcp://127.0.0.1:0' => 12, 'udp://127.0.0.1:0' => 4, "unix://$path" => 12] as $address => $flags) {
        [$server, $fd] = with_descriptor(fn () => stream_socket_server($address, $errno, $errstr, $flags, $context));
        echo json_encode(is_close_on_exec($fd));
        $name = strstr($address, ':', true) . '://' . stream_socket_get_name($server, false);
        [$client, $fd] = with_descriptor(fn () => stream_socket_client($name, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context));
        echo ' ', json_encode(is_close_on_exec($fd));
        if ($flags === 12) {
            [$accepted, $fd] = with_descriptor(fn () => stream_socket_accept($server, 10));
            echo ' ', json_encode(is_close_on_exec($fd));
        }
        echo ', ';
    }
    unlink($path);
    echo json_encode($on), "\n";
}
?>
--EXPECT--
false false false, false false, false false false, false
false false false, false false, false false false, 0
false false false, false false, false false false, ""
true true true, true true, true true true, null
true true true, true true, true true true, true
true true true, true true, true true true, 1
