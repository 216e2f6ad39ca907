--TEST--
php://fd/3, systemd's way: accept waits on an inherited listener, times out, and is selected
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/child_php.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . sys_get_temp_dir() . '/uvs-inherited-' . getmypid()] as $address) {
    $server = stream_socket_server($address);
    $to = strstr($address, '://', true) . '://' . stream_socket_get_name($server, false);
    $process = proc_open(php_command('
        $server = fopen("php://fd/3", "r+");
        $r = [$server];
        $w = $e = null;
        var_dump(stream_select($r, $w, $e, 0, 20_000), @stream_socket_accept($server, 0), @stream_socket_accept($server, 0.02));
        $connection = stream_socket_accept($server, 20);
        var_dump(fgets($connection), fwrite($connection, "back\n"));
        fclose($connection);
        $r = ["k" => $server];
        var_dump(stream_select($r, $w, $e, null), array_keys($r));
        $r = [$server, $connection = stream_socket_accept($server, 0)];
        var_dump(stream_select($r, $w, $e, null), array_keys($r), fgets($connection), @stream_socket_accept($server, 0));
        var_dump(stream_socket_get_name($server, false) === $argv[1]);
    ') + [99 => '--', 100 => stream_socket_get_name($server, false)], [1 => ['pipe', 'w'], 3 => $server], $pipes);
    fclose($server);
    $pid = proc_get_status($process)['pid'];
    $output = '';
    while (substr_count($output, "\n") < 3) $output .= fgets($pipes[1]);
    await_sleep($pid);
    $client = stream_socket_client($to);
    fwrite($client, "through\n");
    echo $output, fgets($client);
    var_dump(fgets($client));
    await_sleep($pid);
    $client = stream_socket_client($to);
    await_sleep($pid);
    fwrite($client, "again\n");
    echo stream_get_contents($pipes[1]);
    var_dump(proc_close($process));
    if ($to[0] === 'u') unlink(substr($to, 7));
}
?>
--EXPECT--
int(0)
bool(false)
bool(false)
back
bool(false)
string(8) "through
"
int(5)
int(1)
array(1) {
  [0]=>
  string(1) "k"
}
int(1)
array(1) {
  [0]=>
  int(1)
}
string(6) "again
"
bool(false)
bool(true)
int(0)
int(0)
bool(false)
bool(false)
back
bool(false)
string(8) "through
"
int(5)
int(1)
array(1) {
  [0]=>
  string(1) "k"
}
int(1)
array(1) {
  [0]=>
  int(1)
}
string(6) "again
"
bool(false)
bool(true)
int(0)
