--TEST--
TLS: stream_select() on 40 TLS streams beyond descriptor 1,024: readable, pending and closed ones
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php $most = posix_getrlimit()["hard openfiles"]; if ($most !== "unlimited" && $most < 2000) die("skip needs 2000 descriptors"); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$hard = posix_getrlimit()['hard openfiles'];
posix_setrlimit(POSIX_RLIMIT_NOFILE, 2000, $hard === 'unlimited' ? POSIX_RLIMIT_INFINITY : $hard);
for ($i = 0; $i < 1030; ++$i) $hold[] = fopen('/dev/null', 'r');
for ($i = 0; $i < 40; ++$i) {
    [$theirs[$i], $ours[$i]] = tls_pair();
    fwrite($ours[$i], "go\n");
    fgets($theirs[$i]); // and the server's tickets before it
}
$ready = function (array $streams, int $seconds) {
    $r = $streams;
    $w = $e = null;
    $count = stream_select($r, $w, $e, $seconds);
    return "$count: " . implode(' ', array_keys($r));
};
for ($round = 0; $round < 3; ++$round) {
    echo $ready($theirs, 0), "\n";
    fwrite($ours[3], "hello\n");
    fwrite($ours[7], str_repeat('x', 100));
    $ready([$theirs[3]], 20);
    $ready([$theirs[7]], 20);
    echo $ready($theirs, 20), "\n";
    var_dump(fgets($theirs[3]), strlen(fread($theirs[7], 10))); // the rest is pending in PHP or in OpenSSL
    echo $ready($theirs, 20), "\n";
    var_dump(strlen(fread($theirs[7], 90)));
}
fclose($ours[39]);
echo $ready($theirs, 20), "\n";
var_dump(fread($theirs[39], 10), feof($theirs[39]));
?>
--EXPECT--
0: 
2: 3 7
string(6) "hello
"
int(10)
1: 7
int(90)
0: 
2: 3 7
string(6) "hello
"
int(10)
1: 7
int(90)
0: 
2: 3 7
string(6) "hello
"
int(10)
1: 7
int(90)
1: 39
string(0) ""
bool(true)
