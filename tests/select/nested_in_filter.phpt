--TEST--
select: within a stream filter, a destructor, an output callback, a generator and a fiber
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$a, $b] = unix_pair();
[$c, $d] = connect_pair();
$look = fn () => select_line(['a' => $a, 'c' => $c], ['c' => $c], null, 20);
class Selecting extends php_user_filter
{
    function filter($in, $out, &$consumed, $closing): int
    {
        while ($bucket = stream_bucket_make_writeable($in)) {
            if ($bucket->data !== '') echo 'filter ', ($this->params)(), "\n";
            $consumed += $bucket->datalen;
            stream_bucket_append($out, $bucket);
        }
        return PSFS_PASS_ON;
    }
}
stream_filter_register('selecting', 'Selecting');
$filter = stream_filter_append($d, 'selecting', STREAM_FILTER_WRITE, $look);
fwrite($d, 'x');
stream_filter_remove($filter);
wait_readable($c);
$object = new class($look) {
    function __construct(private Closure $look) {}
    function __destruct() { echo 'destructor ', ($this->look)(), "\n"; }
};
unset($object);
ob_start(fn ($text) => $text . $look() . "\n");
echo 'output ';
ob_end_flush();
foreach ((function () use ($look) { yield $look(); yield $look(); })() as $line) echo "generator $line\n";
$fibers = [];
for ($i = 0; $i < 2; ++$i) {
    $fibers[] = $fiber = new Fiber(function () use ($look, $i) {
        Fiber::suspend();
        echo "fiber $i ", $look(), "\n";
        Fiber::suspend();
        echo "fiber $i ", $look(), "\n";
    });
    $fiber->start();
}
foreach ([0, 1] as $_) foreach ($fibers as $fiber) $fiber->resume();
register_shutdown_function(fn () => print('shutdown ' . $look() . "\n"));
?>
--EXPECT--
filter 1: [] ["c"] null
destructor 2: ["c"] ["c"] null
output 2: ["c"] ["c"] null
generator 2: ["c"] ["c"] null
generator 2: ["c"] ["c"] null
fiber 0 2: ["c"] ["c"] null
fiber 1 2: ["c"] ["c"] null
fiber 0 2: ["c"] ["c"] null
fiber 1 2: ["c"] ["c"] null
shutdown 2: ["c"] ["c"] null
