--TEST--
stream_get_line() on a blocking stream: the rest of a line is waited for behind its beginning
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('pieces')] as $uri) {
    [$client, $conn] = connect_pair($uri);
    in_child(function () use ($conn) {
        for ($i = 0; $i < 3; ++$i) {
            fwrite($conn, 'begin');
            fgets($conn); // the reader has taken it
            fwrite($conn, " and end\r\nnext\r\n");
            fgets($conn);
        }
        fwrite($conn, 'the end');
    });
    fclose($conn);
    stream_set_timeout($client, 20);
    for ($i = 0; $i < 3; ++$i) {
        stream_set_timeout($client, 0, 100);
        while (stream_get_meta_data($client)["unread_bytes"] === 0) @stream_get_line($client, 100, "\r\n");
        stream_set_timeout($client, 20);
        fwrite($client, "go on\n");
        var_dump(stream_get_line($client, 100, "\r\n"), stream_get_line($client, 100, "\r\n"));
        fwrite($client, "go on\n");
    }
    var_dump(stream_get_line($client, 100, "\r\n"), feof($client));
}
?>
--EXPECT--
string(13) "begin and end"
string(4) "next"
string(13) "begin and end"
string(4) "next"
string(13) "begin and end"
string(4) "next"
string(7) "the end"
bool(true)
string(13) "begin and end"
string(4) "next"
string(13) "begin and end"
string(4) "next"
string(13) "begin and end"
string(4) "next"
string(7) "the end"
bool(true)
