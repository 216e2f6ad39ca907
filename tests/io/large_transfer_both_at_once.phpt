--TEST--
stream_select(), fread(), fwrite(): 20 MB in both directions at the same time, not blocking
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
function exchange($stream, string $data): string
{
    stream_set_blocking($stream, false);
    $got = hash_init('sha256');
    $done = $received = 0;
    $total = strlen($data);
    while ($done < $total || $received < $total) {
        $r = $received < $total ? [$stream] : [];
        $w = $done < $total ? [$stream] : [];
        $e = null;
        if (!stream_select($r, $w, $e, 20)) die("stuck at $done sent, $received received\n");
        if ($r) {
            $part = fread($stream, 100000);
            $received += strlen($part);
            hash_update($got, $part);
        }
        if ($w) $done += (int) fwrite($stream, substr($data, $done, 300000));
    }
    return hash_final($got);
}
[$a, $b] = connect_pair();
$mine = str_repeat(md5('mine'), 655360);
$theirs = str_repeat(md5('theirs'), 655360);
$path = temp_path('both');
$pid = in_child(fn() => file_put_contents($path, exchange($b, $theirs)));
fclose($b);
var_dump(exchange($a, $mine) === hash('sha256', $theirs));
pcntl_waitpid($pid, $status);
var_dump(file_get_contents($path) === hash('sha256', $mine));
?>
--EXPECT--
bool(true)
bool(true)
