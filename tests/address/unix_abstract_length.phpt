--TEST--
Abstract unix names: 108 bytes with the NUL fit, 109 are ENAMETOOLONG
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip abstract names are Linux\'s'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
foreach (['unix', 'udg'] as $transport) {
    foreach ([107, 108, 109, 500] as $length) {
        $name = str_pad("\0uvs-" . getmypid() . '-', $length, 'x');
        $server = @stream_socket_server("$transport://$name", $errno, $errstr, $transport === 'unix' ? 12 : 4);
        echo "$transport $length server ", $server ? 'made' : 'false', ' ', errno_name($errno), " $errstr\n";
        $client = @stream_socket_client("$transport://$name", $errno, $errstr, 10);
        echo "$transport $length client ", $client ? 'made' : 'false', ' ', errno_name($errno), " $errstr\n";
        if ($transport === 'unix' && $client) var_dump(is_resource(stream_socket_accept($server, 10)));
    }
}
?>
--EXPECT--
unix 107 server made 0 
unix 107 client made 0 
bool(true)
unix 108 server made 0 
unix 108 client made 0 
bool(true)
unix 109 server false ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes)
unix 109 client false ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes)
unix 500 server false ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes)
unix 500 client false ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes)
udg 107 server made 0 
udg 107 client made 0 
udg 108 server made 0 
udg 108 client made 0 
udg 109 server false ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes)
udg 109 client false ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes)
udg 500 server false ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes)
udg 500 client false ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes)
