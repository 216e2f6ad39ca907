--TEST--
select: calls that fibers mix keep their streams apart
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
class Wrapper
{
    public $context;
    private string $path;
    public static array $casts, $streams;
    function stream_open($path, $mode, $options, &$opened)
    {
        $this->path = $path;
        return true;
    }
    function stream_cast($as)
    {
        (self::$casts[$this->path] ?? fn () => null)();
        return self::$streams[$this->path];
    }
}
stream_wrapper_register('user', 'Wrapper');
[$a, $b] = unix_pair();
Wrapper::$streams = ['user://suspends' => $a, 'user://resumes' => $a];
[$suspends, $resumes] = [fopen('user://suspends', 'r'), fopen('user://resumes', 'r')];
$fiber = new Fiber(function () use ($suspends) {
    $line = select_line(['s' => $suspends]);
    echo "fiber $line\n";
});
$once = true;
Wrapper::$casts['user://suspends'] = function () use (&$once) {
    if ($once) Fiber::suspend($once = false);
};
$first = true;
Wrapper::$casts['user://resumes'] = function () use ($fiber, &$first, $b) {
    if (!$first) return;
    $first = false;
    $fiber->resume();
    echo 'within ', select_line(['b' => $b]), "\n";
};
for ($i = 0; $i < 100; ++$i) $idle[] = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$fiber->start();
fwrite($b, 'x');
$line = select_line($idle, ['resumes' => $resumes, 'a' => $a]);
echo "main $line\n";
?>
--EXPECT--
fiber 1: ["s"] null null
within 0: [] null null
main 1: [] ["resumes","a"] null
