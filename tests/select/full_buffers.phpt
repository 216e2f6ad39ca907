--TEST--
select: a full socket or pipe is not writable until its peer has read
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
foreach (['tcp' => connect_pair(), 'pair' => unix_pair(), 'pipe' => array_reverse(pipe_pair())] as $name => [$a, $b]) {
    $size = fill($a);
    echo "$name: ", select_line(null, ['a' => $a], ['a' => $a]), ' ', select_line(['b' => $b], ['a' => $a]), "\n";
    $us = getmypid();
    $child = in_child(function () use ($us, $b, $size) {
        await_sleep($us);
        for (; $size > 0; $size -= strlen(fread($b, $size)));
    });
    echo select_line(null, ['a' => $a], null, null), "\n";
    ended($child);
    var_dump(fwrite($a, 'more'), fread($b, 10));
}
?>
--EXPECT--
tcp: 0: null [] [] 1: ["b"] [] null
1: null ["a"] null
int(4)
string(4) "more"
pair: 0: null [] [] 1: ["b"] [] null
1: null ["a"] null
int(4)
string(4) "more"
pipe: 0: null [] [] 1: ["b"] [] null
1: null ["a"] null
int(4)
string(4) "more"
