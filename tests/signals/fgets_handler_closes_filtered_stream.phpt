--TEST--
fgets: a stream that a handler closed is not freed within a user filter that the call runs
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
class Filter extends php_user_filter
{
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        while ($bucket = stream_bucket_make_writeable($in)) {
            $bucket->data = implode('', array_map(fn ($c) => strtolower($c), str_split($bucket->data)));
            $consumed += $bucket->datalen;
            stream_bucket_append($out, $bucket);
        }
        for ($i = 0; $i < 10; $i++) array_sum(array_map(fn ($n) => $n + 1, [1, 2])); // safe points
        return PSFS_PASS_ON;
    }
}
stream_filter_register('lower', Filter::class);
[$theirs, $ours] = connect_pair();
stream_filter_append($ours, 'lower', STREAM_FILTER_READ);
fwrite($theirs, 'ABC');
pcntl_signal(SIGUSR1, function () use ($ours) { fclose($ours); });
$child = signal_in_wait(SIGUSR1);
$line = fgets($ours);
ended($child);
var_dump($line === false || $line === 'abc', is_resource($ours));
[$theirs, $ours] = connect_pair();
fwrite($theirs, "next\n");
var_dump(fgets($ours));
?>
--EXPECTF--
bool(true)
bool(%s)
string(5) "next
"
