--TEST--
stream_get_contents() when the peer has left already: no filter has its say, and a timeout stays noted
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
class SaysEnd extends php_user_filter
{
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        if (!$closing) return PSFS_FEED_ME;
        stream_bucket_append($out, stream_bucket_new($this->stream, 'END'));
        return PSFS_PASS_ON;
    }
}
stream_filter_register('says-end', 'SaysEnd');
foreach (['tcp://127.0.0.1:0', 'unix://'] as $i => $uri) {
    foreach (['zlib.deflate', 'convert.base64-encode', 'says-end'] as $filter) {
        [$ours, $theirs] = connect_pair($i ? $uri . temp_path($filter) : $uri);
        fclose($theirs);
        wait_readable($ours);
        stream_filter_append($ours, $filter, STREAM_FILTER_READ);
        var_dump(stream_get_contents($ours, 100), feof($ours));
    }
    [$ours, $theirs] = connect_pair($i ? $uri . temp_path('timeout') : $uri);
    stream_set_timeout($ours, 0, 1000);
    fread($ours, 1);
    fclose($theirs);
    wait_readable($ours);
    var_dump(stream_get_contents($ours, 100), stream_get_meta_data($ours)['timed_out']);
}
?>
--EXPECT--
string(0) ""
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
