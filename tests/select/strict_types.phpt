--TEST--
select: strict types
--FILE--
<?php
declare(strict_types=1);
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$w = $e = null;
foreach ([['0'], [0.0], [0, '0'], [0, 0.0], [false]] as $arguments) {
    $r = [$a];
    try {
        stream_select($r, $w, $e, ...$arguments);
    } catch (TypeError $x) {
        echo $x->getMessage(), "\n";
    }
}
?>
--EXPECTF--
stream_select(): Argument #4 ($seconds) must be of type ?int, string given
stream_select(): Argument #4 ($seconds) must be of type ?int, float given
stream_select(): Argument #5 ($microseconds) must be of type ?int, string given
stream_select(): Argument #5 ($microseconds) must be of type ?int, float given
stream_select(): Argument #4 ($seconds) must be of type ?int, %s given
