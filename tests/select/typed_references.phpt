--TEST--
select: sets that are typed properties
--FILE--
<?php
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, 'x');
class Typed
{
    public array $r;
    public ?array $w = null;
    public iterable $e = [];
    public int $wrong = 1;
    public readonly array $once;
    function __construct($stream) { $this->once = [$stream]; }
    function once() { return stream_select($this->once, $w, $e, 0); }
}
$sets = new Typed($a);
$sets->r = [$a, $b];
var_dump(stream_select($sets->r, $sets->w, $sets->e, 0), array_keys($sets->r), $sets->w, $sets->e);
foreach ([fn () => stream_select($sets->wrong, $w, $e, 0), fn () => $sets->once(),
    fn () => stream_select($unset->none, $sets->w, $e, 0)] as $call) {
    try {
        var_dump($call());
    } catch (Error $x) {
        echo get_class($x), ': ', $x->getMessage(), "\n";
    }
}
?>
--EXPECTF--
int(1)
array(1) {
  [0]=>
  int(0)
}
NULL
array(0) {
}
TypeError: stream_select(): Argument #1 ($read) must be of type ?array, int given
Error: Cannot %Smodify readonly property Typed::$once
Error: Attempt to modify property "none" on null
