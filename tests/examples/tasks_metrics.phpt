--TEST--
tasks/metrics.php: Prometheus has the figures as OpenMetrics, others in the older format, which promtool takes
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';

function get(Example $server, string $target, string $headers = ''): array
{
    $connection = $server->connect();
    fwrite($connection, "GET $target HTTP/1.1\r\nHost: test\r\n$headers\r\n");
    return explode("\r\n\r\n", stream_get_contents($connection), 2);
}

$server = new Example('tasks/metrics.php', 'http://(\S+)/metrics');
$silent = $server->connect();
[$head, $open] = get($server, '/metrics', "Accept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5\r\n");
echo strtok($head, "\r"), "\n", preg_replace('/^.*^Content-Type: (.*?)\r.*/ms', '$1', $head), "\n";
var_dump(str_ends_with($open, "# EOF\n"), (bool) preg_match('/^uvstream_accepted_total [2-9]$/m', $open));
[$head, $older] = get($server, '/metrics');
echo preg_replace('/^.*^Content-Type: (.*?)\r.*/ms', '$1', $head), "\n";
var_dump(str_contains($older, '# TYPE uvstream_accepted_total counter'));
if (is_executable('/usr/bin/promtool')) {
    $check = proc_open(['promtool', 'check', 'metrics'], [['pipe', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes);
    fwrite($pipes[0], $older);
    fclose($pipes[0]);
    if ($status = proc_close($check)) echo "promtool: $status\n";
}
echo strtok(get($server, '/')[0], "\r"), "\n";
?>
--EXPECT--
HTTP/1.1 200 OK
application/openmetrics-text; version=1.0.0; charset=utf-8
bool(true)
bool(true)
text/plain; version=0.0.4; charset=utf-8
bool(true)
HTTP/1.1 404 Not Found
