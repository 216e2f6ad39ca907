--TEST--
fgets(), fgetc(), fread(), stream_get_line(), fscanf(), fgetcsv(), fpassthru(), fputs() on tcp and unix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('lines')] as $uri) {
    [$a, $b] = connect_pair($uri);
    var_dump(fputs($a, "first line\r\nsecond\nxyz|part|7 apples\n1,\"two, too\",3\nrest of it"));
    fwrite($a, " and more\n");
    stream_socket_shutdown($a, STREAM_SHUT_WR);
    echo json_encode([
        fgets($b), fgets($b, 4), fgets($b), fgetc($b), fread($b, 1), fgetc($b), fgetc($b),
        stream_get_line($b, 100, '|'), fscanf($b, '%d %s'), fgetcsv($b, 100, ',', '"', '\\'), fread($b, 5),
    ]), "\n";
    var_dump(feof($b));
    var_dump(fpassthru($b), feof($b), fgets($b), fgetc($b), fread($b, 1), stream_get_line($b, 10));
}
?>
--EXPECT--
int(62)
["first line\r\n","sec","ond\n","x","y","z","|","part",[7,"apples"],["1","two, too","3"],"rest "]
bool(false)
of it and more
int(15)
bool(true)
bool(false)
bool(false)
string(0) ""
bool(false)
int(62)
["first line\r\n","sec","ond\n","x","y","z","|","part",[7,"apples"],["1","two, too","3"],"rest "]
bool(false)
of it and more
int(15)
bool(true)
bool(false)
bool(false)
string(0) ""
bool(false)
