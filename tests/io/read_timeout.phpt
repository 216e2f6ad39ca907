--TEST--
stream_set_timeout(): a read that times out returns false, sets timed_out, is not the end
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('timeout')] as $uri) {
    [$a, $b] = connect_pair($uri);
    var_dump(stream_set_timeout($b, 0, 100000));
    foreach (['fread' => fn() => fread($b, 10), 'fgets' => fn() => fgets($b), 'fgetc' => fn() => fgetc($b),
        'line' => fn() => stream_get_line($b, 10, "\n"), 'contents' => fn() => stream_get_contents($b)] as $name => $read) {
        $began = hrtime(true);
        $result = json_encode($read());
        $waited = (hrtime(true) - $began) / 1e9;
        $meta = stream_get_meta_data($b);
        echo "$name: $result ", json_encode([$waited >= 0.098, $meta['timed_out'], $meta['eof'], feof($b)]), "\n";
    }
    // A half line that stays a half
    fwrite($a, 'half');
    wait_readable($b);
    var_dump(fgets($b), stream_get_meta_data($b)['timed_out'], feof($b));
    // The next read that gets something takes the mark away
    fwrite($a, "late\n");
    var_dump(fgets($b), stream_get_meta_data($b)['timed_out']);
}
?>
--EXPECT--
bool(true)
fread: false [true,true,false,false]
fgets: false [true,true,false,false]
fgetc: false [true,true,false,false]
line: false [true,true,false,false]
contents: "" [true,true,false,false]
string(4) "half"
bool(true)
bool(false)
string(5) "late
"
bool(false)
bool(true)
fread: false [true,true,false,false]
fgets: false [true,true,false,false]
fgetc: false [true,true,false,false]
line: false [true,true,false,false]
contents: "" [true,true,false,false]
string(4) "half"
bool(true)
bool(false)
string(5) "late
"
bool(false)
