--TEST--
unix-target: an over-long path is ENAMETOOLONG, and no other file appears
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip the length of a path differs'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
$folder = sys_get_temp_dir() . '/uvs-cut-' . getmypid();
mkdir($folder);
foreach (['unix', 'udg'] as $transport) {
    foreach ([107, 108, 109, 4000] as $length) {
        $path = str_pad("$folder/", $length, 'x');
        foreach (['stream_socket_server', 'stream_socket_client'] as $function) {
            $flags = $function === 'stream_socket_server' ? ($transport === 'udg' ? 4 : 12) : 10;
            $stream = @$function("$transport://$path", $errno, $errstr, $flags);
            $files = array_values(array_diff(scandir($folder), ['.', '..']));
            echo "$transport $length ", $stream ? 'made' : errno_name($errno) . " $errstr", '; ',
                !$files ? 'no file' : ($files === [basename($path)] ? 'the file' : 'another file'), "\n";
            if (is_resource($stream)) fclose($stream);
        }
        @unlink($path);
    }
}
rmdir($folder);
?>
--EXPECT--
unix 107 made; the file
unix 107 ECONNREFUSED Connection refused; the file
unix 108 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
unix 108 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
unix 109 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
unix 109 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
unix 4000 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
unix 4000 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
udg 107 made; the file
udg 107 ECONNREFUSED Connection refused; the file
udg 108 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
udg 108 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
udg 109 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
udg 109 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
udg 4000 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
udg 4000 ENAMETOOLONG File name too long (the path of a socket has at most 107 bytes); no file
