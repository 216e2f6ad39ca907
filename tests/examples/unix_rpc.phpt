--TEST--
unix_rpc.php and its client: results and errors; who is slow, silent or sends garbage holds nobody up; a stale socket is replaced
--EXTENSIONS--
pcntl
posix
sockets
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
require __DIR__ . '/../inc/temp_path.inc';

function call(string $path, string ...$words): void
{
    echo implode(Example::run('', 'unix_rpc_client.php', $path, ...$words)), "\n";
}

$path = temp_path('rpc');
call($path, 'add');
$stale = stream_socket_server("unix://$path");
fclose($stale); // the socket's name stays, as after a kill
$server = new Example('unix_rpc.php', 'on (\S+)', $path);
printf("%o\n", fileperms($path) & 0777);
$connect = fn () => stream_socket_client("unix://$path");

[$silent, $napping, $garbage, $long] = [$connect(), $connect(), $connect(), $connect()];
fwrite($silent, '{"jsonrpc": "2.0", "method": "upper", ');
fwrite($napping, '{"method": "nap", "params": [0.3], "id": "n"}' . "\n" . '{"method": "upper", "params": ["after"], "id": 2}' . "\n");
call($path, 'add', '1', '2.5');
call($path, 'upper', "it's");
call($path, 'no_such');
call($path, 'upper', '[]');
fwrite($garbage, "\0\xff garbage\n{}\n[1]\n{\"method\": 5}\n{\"method\": \"add\", \"params\": 7}\n{\"method\": \"add\"}\n{\"method\": \"none\"}\n"
    . "{\"method\": \"upper\", \"params\": {\"x\": \"y\"}, \"id\": 0}\n{\"method\": \"add\", \"id\": 1}\n");
for ($i = 0; $i < 7; ++$i) echo fgets($garbage); // two are notifications
@fwrite($long, str_repeat('x', 1 << 20));
var_dump(@fgets($long), feof($long));
fwrite($silent, "\"params\": [\"late\"], \"id\": 3}\n");
echo fgets($silent), fgets($napping), fgets($napping);

echo preg_replace('~/\S+:~', 'PATH:', implode(Example::run('', 'unix_rpc.php', $path))), "\n"; // it is no stale one
array_map(fclose(...), [$silent, $napping, $garbage, $long]);
call($path, 'add', '1');
$server->signal(SIGTERM);
var_dump($server->ended(), $server->lines, file_exists($path));
?>
--EXPECTF--
Cannot connect to %s: No such file or directory
1
700
3.5
0
"IT'S"
0
{"code":-32601,"message":"Method not found"}
1
{"code":-32602,"message":"Invalid params"}
1
{"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"},"id":null}
{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}
{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}
{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}
{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}
{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params"},"id":0}
{"jsonrpc":"2.0","result":0,"id":1}
bool(false)
bool(true)
{"jsonrpc":"2.0","result":"LATE","id":3}
{"jsonrpc":"2.0","result":"slept","id":"n"}
{"jsonrpc":"2.0","result":"AFTER","id":2}
Cannot listen on unix:PATH: Address already in use
1
1
0
int(0)
array(0) {
}
bool(false)
