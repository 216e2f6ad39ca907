--TEST--
stream_get_contents(): what is there, and the end as soon as it is known; feof() within it is answered
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
class AsksForTheEnd extends php_user_filter
{
    public $stream;
    public static array $answers = [];
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        while ($bucket = stream_bucket_make_writeable($in)) {
            $consumed += $bucket->datalen;
            stream_bucket_append($out, $bucket);
        }
        if (!$closing) self::$answers[] = feof($GLOBALS['asked']);
        return PSFS_PASS_ON;
    }
}
stream_filter_register('asks', 'AsksForTheEnd');
function show($data, $stream): void
{
    $about = stream_get_meta_data($stream);
    echo strlen($data) > 20 ? strlen($data) : json_encode($data), $about['timed_out'] ? ' timed out' : '',
        $about['eof'] ? ' eof' : '', feof($stream) ? ' end' : '', "\n";
}
foreach (['blocking' => true, 'non-blocking' => false] as $name => $blocking) {
    echo "$name\n";
    [$ours, $theirs] = connect_pair();
    stream_set_blocking($ours, $blocking);
    stream_set_timeout($ours, 0, 20_000);
    $is_there = fn () => wait_readable($ours);
    fwrite($theirs, 'hello');
    $is_there();
    show(stream_get_contents($ours, 5), $ours);
    fwrite($theirs, 'world');
    $is_there();
    show(stream_get_contents($ours, 100), $ours);
    show(stream_get_contents($ours, 100), $ours);
    fwrite($theirs, "line\nrest");
    $is_there();
    show(fgets($ours), $ours);
    show(stream_get_contents($ours), $ours);
    // The end comes with the data
    fwrite($theirs, 'end');
    stream_socket_shutdown($theirs, STREAM_SHUT_WR);
    $is_there();
    show(stream_get_contents($ours, 100), $ours);
    show(stream_get_contents($ours, 100), $ours);
    // The end alone
    [$ours, $theirs] = connect_pair();
    stream_set_blocking($ours, $blocking);
    fclose($theirs);
    $is_there();
    show(stream_get_contents($ours, 100), $ours);
    // User code within
    [$asked, $other] = connect_pair();
    stream_set_blocking($asked, $blocking);
    stream_filter_append($asked, 'asks', STREAM_FILTER_READ);
    fwrite($other, 'x');
    fclose($other);
    show(stream_get_contents($asked, 1), $asked);
    echo json_encode(AsksForTheEnd::$answers), "\n";
    AsksForTheEnd::$answers = [];
}
?>
--EXPECT--
blocking
"hello"
"world" timed out
"" timed out
"line\n"
"rest" timed out
"end" eof end
"" eof end
"" eof end
"x" eof end
[true]
non-blocking
"hello"
"world"
""
"line\n"
"rest"
"end" eof end
"" eof end
"" eof end
"x" eof end
[true]
