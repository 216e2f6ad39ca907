--TEST--
tasks/chat.php: what one says all hear, newcomers the last of it too, and whoever leaves; it stops by SIGTERM
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';

function listen(Example $server)
{
    $listener = $server->connect();
    fwrite($listener, "GET /events HTTP/1.1\r\n\r\n");
    while (($line = fgets($listener)) !== "\r\n") {
        if (str_starts_with($line, 'Content-Type')) echo $line;
    }
    return $listener;
}

function say($connection, string $text): void
{
    fwrite($connection, "POST /say HTTP/1.1\r\nContent-Length: " . strlen($text) . "\r\n\r\n$text");
    echo response($connection)['status'], "\n";
}

$server = new Example('tasks/chat.php', 'http://(\S+)/');
$speaker = $server->connect();
$page = ask($speaker, '/');
var_dump($page['body'] === file_get_contents(__DIR__ . '/../../examples/tasks/chat.html'));
echo ask($speaker, '/else')['status'], "\n";
$first = listen($server);
say($speaker, 'hello');
echo fgets($first), fgets($first);
$second = listen($server);
echo fgets($second), fgets($second);
say($speaker, "two lines\nand \"more\" \xff");
foreach ([$first, $second] as $listener) echo fgets($listener), fgets($listener);
fclose($first);
say($speaker, 'the others hear it');
echo fgets($second), fgets($second);
echo ask($silent = $server->connect(), '/' . str_repeat('x', 20000))['status'], "\n";
[$said, $code] = Example::run('', 'tasks/chat.php', $server->address);
echo strstr($said, 'Address'), "$code\n";
$server->signal(SIGTERM);
var_dump($server->ended(), $server->lines, fgets($second));
?>
--EXPECT--
bool(true)
HTTP/1.1 404 Not Found
Content-Type: text/event-stream
HTTP/1.1 200 OK
data: "hello"

Content-Type: text/event-stream
data: "hello"

HTTP/1.1 200 OK
data: "two lines\nand \"more\" \ufffd"

data: "two lines\nand \"more\" \ufffd"

HTTP/1.1 200 OK
data: "the others hear it"

HTTP/1.1 431 Request Header Fields Too Large
Address already in use
1
int(0)
array(0) {
}
bool(false)
