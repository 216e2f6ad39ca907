--TEST--
websocket/echo.php: messages, fragments, pings; what breaks the protocol, or is too large, is told so, and holds nobody up
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
require __DIR__ . '/../inc/websocket.inc';

$server = new Example('websocket/echo.php', 'http://(\S+)/', 'tcp://127.0.0.1:0');

/** A WebSocket that is open. */
function connect()
{
    global $server;
    ask_for_websocket($connection = $server->connect());
    return $connection;
}

function show(?array $frame): void
{
    echo $frame ? sprintf('%x ', $frame[0]) . (strlen($frame[1]) > 100 ? md5($frame[1]) : $frame[1]) : 'the end', "\n";
}

/** Sends this on a new one, and shows the frames that come, to the end. */
function show_answers(string ...$frames): void
{
    $connection = connect();
    fwrite($connection, implode($frames));
    do show($frame = read_frame($connection)); while ($frame);
}

echo "-- handshakes\n";
$page = ask($server->connect());
var_dump($page['body'] === file_get_contents(__DIR__ . '/../../examples/websocket/index.html'));
echo ask($server->connect(), '/else')['status'], "\n";
echo implode(' ', ask_for_websocket($server->connect())), "\n"; // as in RFC 6455
echo implode(' ', ask_for_websocket($server->connect(), "Origin: http://test:80\r\n")), "\n";
echo implode(' ', ask_for_websocket($server->connect(), "Origin: http://evil.example\r\n")), "\n";
echo implode(' ', ask_for_websocket($server->connect(), '', 'short')), "\n";

echo "-- messages\n";
[$silent, $half] = [$server->connect(), connect()];
fwrite($half, substr(frame(0x81, 'late'), 0, 3));
$client = connect();
foreach (['hello', '', 'wörld', str_repeat('x', 125), str_repeat('y', 126), str_repeat('z', 65536)] as $text) {
    fwrite($client, frame(0x81, $text));
    [$first, $data] = read_frame($client);
    var_dump($first === 0x81 && $data === $text);
}
foreach (str_split(frame(0x82, "\xff\0")) as $byte) fwrite($client, $byte);
show(array_map(fn ($part) => is_string($part) ? bin2hex($part) : $part, read_frame($client)));
fwrite($client, frame(0x01, 'w') . frame(0x00, "\xc3") . frame(0x89, 'ping') . frame(0x8a, 'pong') . frame(0x80, "\xb6"));
show(read_frame($client));
show(read_frame($client));
fwrite($client, frame(0x88, pack('n', 1000) . 'bye'));
show(read_frame($client));
show(read_frame($client));

echo "-- wrong\n";
show_answers(frame(0x81, 'no mask', false));
show_answers(frame(0xc1, 'a flag'));
show_answers(frame(0x83, 'an opcode'));
show_answers(frame(0x80, 'of nothing'));
show_answers(frame(0x01, 'a'), frame(0x81, 'in the middle'));
show_answers(frame(0x89, str_repeat('p', 126)));
show_answers(frame(0x09, 'a ping in pieces'));
show_answers(frame(0x81, "\xff"));
show_answers(frame(0x81, str_repeat('x', 65537)));
show_answers(frame(0x01, str_repeat('x', 65536)), frame(0x80, 'x'));
show_answers("\x81\xff" . pack('J', 1 << 40));
show_answers("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff");
show_answers(frame(0x88, ''));
$garbage = $server->connect();
@fwrite($garbage, str_repeat("\xff", 100000));
while (($rest = @fread($garbage, 8192)) !== '' && $rest !== false);
var_dump(feof($garbage));

echo "-- stops\n";
fclose($silent);
fwrite($client = connect(), frame(0x81, 'hello'));
show(read_frame($client));
$server->signal(SIGTERM);
show(read_frame($client));
show(read_frame($client));
fclose($client);
fclose($half);
var_dump($server->ended(), $server->lines);
?>
--EXPECT--
-- handshakes
bool(true)
HTTP/1.1 404 Not Found
HTTP/1.1 101 Switching Protocols s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
HTTP/1.1 101 Switching Protocols s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
HTTP/1.1 404 Not Found 
HTTP/1.1 404 Not Found 
-- messages
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
82 ff00
8a ping
81 wö
88 1000
the end
-- wrong
88 1002
the end
88 1002
the end
88 1002
the end
88 1002
the end
88 1002
the end
88 1002
the end
88 1002
the end
88 1007
the end
88 1009
the end
88 1009
the end
88 1009
the end
88 1009
the end
88 1000
the end
bool(true)
-- stops
81 hello
88 1001
the end
int(0)
array(0) {
}
