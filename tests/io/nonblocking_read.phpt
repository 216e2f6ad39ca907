--TEST--
fread(), fgets(), fgetc(), stream_get_line(), stream_get_contents() on a non-blocking socket with nothing there
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('nbread')] as $uri) {
    [$a, $b] = connect_pair($uri);
    var_dump(stream_set_blocking($b, false));
    echo json_encode([fread($b, 10), fgets($b), fgetc($b), stream_get_line($b, 10, "\n"), stream_get_contents($b), feof($b),
        stream_get_meta_data($b)['timed_out']]), "\n";
    fwrite($a, 'half a li');
    wait_readable($b);
    echo json_encode([fgets($b), fgets($b), stream_get_line($b, 100, "\n")]), "\n";
    fwrite($a, "whole\nlast");
    wait_readable($b);
    echo json_encode([fgets($b), stream_get_line($b, 100, "\n"), fread($b, 2), fread($b, 10), fread($b, 10)]), "\n";
    fclose($a);
    wait_readable($b);
    echo json_encode([feof($b), fread($b, 10), feof($b), fgets($b), stream_get_contents($b)]), "\n";
}
?>
--EXPECT--
bool(true)
["",false,false,false,"",false,false]
["half a li",false,false]
["whole\n",false,"la","st",""]
[true,"",true,false,""]
bool(true)
["",false,false,false,"",false,false]
["half a li",false,false]
["whole\n",false,"la","st",""]
[true,"",true,false,""]
