--TEST--
stream_socket_shutdown(): RD, WR, RDWR, a wrong how, twice, on a listener and on no socket
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('shutdown')] as $i => $uri) {
    // Half closed: the answer still comes
    [$a, $b, $server] = connect_pair($uri);
    fwrite($a, 'question');
    var_dump(stream_socket_shutdown($a, STREAM_SHUT_WR));
    var_dump(stream_get_contents($b), feof($b), fwrite($b, 'answer'));
    var_dump(feof($a), fread($a, 100));
    var_dump(@fwrite($a, 'more'));
    // Our own reading half: the end at once, writing goes on
    if ($i) unlink(substr($uri, 7));
    [$a, $b, $server] = connect_pair($uri);
    var_dump(stream_socket_shutdown($a, STREAM_SHUT_RD), fread($a, 10), feof($a), fwrite($a, 'out'), fread($b, 10));
    if ($i) unlink(substr($uri, 7));
    [$a, $b, $server] = connect_pair($uri);
    var_dump(stream_socket_shutdown($a, STREAM_SHUT_RDWR), stream_socket_shutdown($a, STREAM_SHUT_RDWR));
    var_dump(fread($b, 10), feof($b), fread($a, 10), feof($a));
    try {
        stream_socket_shutdown($b, 7);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
    var_dump(stream_socket_shutdown($server, STREAM_SHUT_RDWR));
}
var_dump(stream_socket_shutdown(fopen('php://memory', 'r'), STREAM_SHUT_RD));
?>
--EXPECT--
bool(true)
string(8) "question"
bool(true)
int(6)
bool(false)
string(6) "answer"
bool(false)
bool(true)
string(0) ""
bool(true)
int(3)
string(3) "out"
bool(true)
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
stream_socket_shutdown(): Argument #2 ($mode) must be one of STREAM_SHUT_RD, STREAM_SHUT_WR, or STREAM_SHUT_RDWR
bool(true)
bool(true)
string(8) "question"
bool(true)
int(6)
bool(false)
string(6) "answer"
bool(false)
bool(true)
string(0) ""
bool(true)
int(3)
string(3) "out"
bool(true)
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
stream_socket_shutdown(): Argument #2 ($mode) must be one of STREAM_SHUT_RD, STREAM_SHUT_WR, or STREAM_SHUT_RDWR
bool(true)
bool(false)
