--TEST--
A handler closes a stream that a copy goes on with, below a call with dozens of other streams
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';

class Source
{
    public $context;
    private bool $is_read = false;

    public function stream_open(): bool
    {
        return true;
    }

    public function stream_read(int $size): string
    {
        global $others, $ours;
        if ($this->is_read) return '';
        $this->is_read = true;
        return call_user_func(fn (...$streams) => fgets($ours), ...$others);
    }

    public function stream_eof(): bool
    {
        return $this->is_read;
    }
}

stream_wrapper_register('source', 'Source');
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
$others = [];
while (count($others) < 40) $others[] = fopen('php://memory', 'r');
$source = fopen('source://', 'r');
$target = fopen('php://memory', 'r+');
pcntl_signal(SIGUSR1, function () use ($target, $theirs) {
    var_dump(fclose($target));
    fwrite($theirs, "a line\n");
});
$child = signal_in_wait(SIGUSR1);
var_dump(stream_copy_to_stream($source, $target));
ended($child);
fwrite($theirs, "another\n"); // the next wait's end is where it goes
fgets($ours);
var_dump(is_resource($target));
?>
--EXPECT--
bool(true)
int(7)
bool(false)
