--TEST--
tasks/http_server.php: serves many at once; on SIGTERM it lets go of idle connections, waits for requests, and then cancels
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';

function show(?array $response): void
{
    echo $response ? "$response[status]" . ($response['close'] ? ', closes' : '') . ": " . rtrim($response["body"]) . "\n" : "nothing\n";
}

function begin_post($connection): void
{
    fwrite($connection, "POST /form HTTP/1.1\r\nContent-Length: 10\r\n\r\nbegun");
}

function start(string $grace): Example
{
    return new Example('tasks/http_server.php', 'http://(\S+)/', 'tcp://127.0.0.1:0', $grace);
}

/** Waits until it accepts nobody any more. */
function await_refusal(Example $server): void
{
    while ($late = @stream_socket_client($server->address)) fclose($late);
}

$server = start('600');
[$idle, $posting, $waiting] = [$server->connect(), $server->connect(), $server->connect()];
fwrite($waiting, "GET /delay/1 HTTP/1.1\r\n\r\n");
begin_post($posting);
show(ask($idle, '/first'));
show(ask($idle, '/second'));
show(ask($server->connect(), '/last', "Connection: close\r\n"));

echo "-- pipelined, in pieces\n";
$piped = $server->connect();
foreach (["GET /a HTTP/1.1\r\n\r\nGET /b HT", "TP/1.1\r\n\r\nPOST /c HTTP/1.0\r\nContent-Length: 3\r\n\r\nb", "od"] as $piece) fwrite($piped, $piece);
for ($i = 0; $i < 3; ++$i) show(response($piped));

echo "-- wrong\n";
foreach ([str_repeat('x', 1 << 20), "nonsense\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n"] as $bytes) {
    $wrong = $server->connect();
    @fwrite($wrong, $bytes);
    show(response($wrong));
}

echo "-- stops\n";
$server->signal(SIGTERM);
var_dump(fgets($idle), feof($idle));
await_refusal($server);
fwrite($posting, 'ended');
show(response($posting));
show(response($waiting));
fclose($posting);
fclose($waiting);
var_dump($server->ended());

echo "-- out of time\n";
$server = start('0.1');
[$posting, $waiting] = [$server->connect(), $server->connect()];
fwrite($waiting, "GET /delay/600 HTTP/1.1\r\n\r\n");
begin_post($posting);
show(ask($server->connect(), '/'));
$server->signal(SIGTERM);
show(response($waiting));
show(response($posting));
var_dump($server->ended());
?>
--EXPECT--
HTTP/1.1 200 OK: GET /first ''
HTTP/1.1 200 OK: GET /second ''
HTTP/1.1 200 OK, closes: GET /last ''
-- pipelined, in pieces
HTTP/1.1 200 OK: GET /a ''
HTTP/1.1 200 OK: GET /b ''
HTTP/1.1 200 OK, closes: POST /c 'bod'
-- wrong
HTTP/1.1 431 Request Header Fields Too Large, closes: 
HTTP/1.1 400 Bad Request, closes: 
HTTP/1.1 413 Content Too Large, closes: 
-- stops
bool(false)
bool(true)
HTTP/1.1 200 OK, closes: POST /form 'begunended'
HTTP/1.1 200 OK, closes: GET /delay/1 ''
int(0)
-- out of time
HTTP/1.1 200 OK: GET / ''
HTTP/1.1 503 Service Unavailable, closes: Shutdown
nothing
int(0)
