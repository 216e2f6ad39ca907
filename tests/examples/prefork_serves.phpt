--TEST--
prefork.php: requests in pieces, several at once, with bodies, and wrong ones
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/prefork.inc';
$server = new Prefork('--workers=1', '--app=' . __DIR__ . '/prefork_app.inc');
$server->children(1);
$client = $server->connect();
foreach (str_split("GET /pieces HTTP/1.1\r\nHost: test\r\n\r\n") as $byte) fwrite($client, $byte);
echo response($client)['body'], "\n";
fwrite($client, "GET /one HTTP/1.1\r\n\r\nPOST /two HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello\r\nGET /three HTTP/1.1\r\n\r\nGET /fo");
for ($i = 0; $i < 3; ++$i) echo response($client)['body'], "\n";
fwrite($client, "ur HTTP/1.1\r\n\r\n");
echo response($client)['body'], "\n";

// A client that asks for much and reads late gets all of it, and holds nobody up.
fwrite($client, str_repeat("GET /large HTTP/1.1\r\n\r\n", 40));
$other = $server->connect();
echo ask($other, '/other')['body'], "\n";
for ($i = 0, $sum = 0; $i < 40; ++$i) $sum += strlen(response($client)['body']);
var_dump($sum);
echo ask($client, '/throw')['status'], "\n", ask($client, '/last', "Connection: close\r\n")['body'], "\n";
var_dump(fread($client, 100), feof($client));

foreach (["nonsense\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n",
    'GET / HTTP/1.1' . str_repeat("\r\nX: y", 5000)] as $bad) {
    $client = $server->connect();
    fwrite($client, $bad);
    $response = response($client);
    echo $response['status'], $response['close'] ? ', closes' : '', "\n";
}
fwrite($other, "HEAD / HTTP/1.1\r\n\r\n");
while (($line = fgets($other)) !== "\r\n") echo $line;
fclose($other);
var_dump($server->stop());
?>
--EXPECT--
GET /pieces ''
GET /one ''
POST /two 'hello'
GET /three ''
GET /four ''
GET /other ''
int(40000000)
HTTP/1.1 500 Internal Server Error
GET /last ''
string(0) ""
bool(true)
HTTP/1.1 400 Bad Request, closes
HTTP/1.1 400 Bad Request, closes
HTTP/1.1 400 Bad Request, closes
HTTP/1.1 501 Not Implemented, closes
HTTP/1.1 413 Content Too Large, closes
HTTP/1.1 431 Request Header Fields Too Large, closes
HTTP/1.1 200 OK
Content-Type: text/plain
Content-Length: 9
int(0)
