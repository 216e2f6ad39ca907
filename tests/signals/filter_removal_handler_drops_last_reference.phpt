--TEST--
stream_filter_remove: a handler that drops the last reference to the stream in the midst of its write
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';

class KeptBack extends php_user_filter
{
    private string $data = '';

    public function filter($in, $out, &$consumed, bool $closing): int
    {
        while ($bucket = stream_bucket_make_writeable($in)) {
            $consumed += $bucket->datalen;
            $this->data .= $bucket->data;
        }
        if (!$closing) return PSFS_FEED_ME;
        stream_bucket_append($out, stream_bucket_new($this->stream, $this->data));
        return PSFS_PASS_ON;
    }
}

stream_filter_register('kept_back', 'KeptBack');
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
$filled = fill($ours);
stream_set_timeout($ours, 20);
$filter = stream_filter_append($ours, 'kept_back', STREAM_FILTER_WRITE);
fwrite($ours, 'kept');
pcntl_signal(SIGUSR1, function () use (&$ours) { $ours = null; });
$child = signal_in_wait(SIGUSR1);
var_dump(stream_filter_remove($filter));
ended($child);
for ($left = $filled; $left > 0; $left -= strlen(fread($theirs, min($left, 65536))));
var_dump(stream_get_contents($theirs)); // closed, as nobody has it
?>
--EXPECT--
bool(true)
string(0) ""
