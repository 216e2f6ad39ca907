--TEST--
flags: 0, and LISTEN alone, create a stream without a socket
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
$path = temp_path('flags-zero');
$before = count_descriptors();
foreach (['tcp://127.0.0.1:0', 'udp://127.0.0.1:0', "unix://$path", "udg://$path", 'tcp://not even an address'] as $address) {
    foreach ([0, STREAM_SERVER_LISTEN] as $flags) {
        $stream = stream_socket_server($address, $errno, $errstr, $flags);
        echo get_resource_type($stream), ' ', stream_get_meta_data($stream)['stream_type'], ' ';
        echo json_encode([$errno, $errstr, stream_socket_get_name($stream, false), stream_socket_get_name($stream, true)]), "\n";
    }
}
var_dump(file_exists($path), count_descriptors() - $before);
?>
--EXPECTF--
stream tcp_socket%S [0,"",false,false]
stream tcp_socket%S [0,"",false,false]
stream udp_socket [0,"",false,false]
stream udp_socket [0,"",false,false]
stream unix_socket [0,"",false,false]
stream unix_socket [0,"",false,false]
stream udg_socket [0,"",false,false]
stream udg_socket [0,"",false,false]
stream tcp_socket%S [0,"",false,false]
stream tcp_socket%S [0,"",false,false]
bool(false)
int(0)
