--TEST--
select: the same streams in ever other sets; each call tells what is, whatever the calls before asked
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
foreach (['tcp' => connect_pair(), 'pair' => unix_pair(), 'pipe' => pipe_pair()] as $name => $pair) {
    [$a, $b] = $name === 'pipe' ? $pair : array_reverse(array_slice($pair, 0, 2));
    echo "$name\n";
    $both = ['a' => $a, 'b' => $b];
    $looks = fn () => select_line($both) . ', ' . select_line(null, $both) . ', ' . select_line($both, $both) . ', '
        . select_line(null, null, $both) . ', ' . select_line($both, null, $both) . ', ' . select_line(['a' => $a]) . ', '
        . select_line(null, ['a' => $a]) . ', ' . select_line(['a' => $a], ['b' => $b]) . ', '
        . select_line(['b' => $b], ['a' => $a]) . "\n";
    echo $looks();
    fwrite($b, 'xy');
    wait_readable($a);
    echo $looks();
    fread($a, 1);
    if ($name !== 'pipe') stream_set_read_buffer($a, 0);
    fread($a, 1);
    echo $looks();
    stream_set_blocking($b, false);
    fill($b);
    echo 'full: ', $looks();
    stream_set_blocking($a, false);
    do while (fread($a, 65536) != ''); while (select_line([$a], null, null, 0, 50_000)[0] === '1');
    echo 'read: ', $looks();
    fclose($b);
    wait_readable($a);
    echo 'gone: ', select_line(['a' => $a]), ', ', select_line(null, ['a' => $a]), ', ', select_line(['a' => $a], ['a' => $a]), ', ',
        select_line(null, null, ['a' => $a]), "\n";
}
?>
--EXPECT--
tcp
0: [] null null, 2: null ["a","b"] null, 2: [] ["a","b"] null, 0: null null [], 0: [] null [], 0: [] null null, 1: null ["a"] null, 1: [] ["b"] null, 1: [] ["a"] null
1: ["a"] null null, 2: null ["a","b"] null, 3: ["a"] ["a","b"] null, 0: null null [], 1: ["a"] null [], 1: ["a"] null null, 1: null ["a"] null, 2: ["a"] ["b"] null, 1: [] ["a"] null
0: [] null null, 2: null ["a","b"] null, 2: [] ["a","b"] null, 0: null null [], 0: [] null [], 0: [] null null, 1: null ["a"] null, 1: [] ["b"] null, 1: [] ["a"] null
full: 1: ["a"] null null, 1: null ["a"] null, 2: ["a"] ["a"] null, 0: null null [], 1: ["a"] null [], 1: ["a"] null null, 1: null ["a"] null, 1: ["a"] [] null, 1: [] ["a"] null
read: 0: [] null null, 2: null ["a","b"] null, 2: [] ["a","b"] null, 0: null null [], 0: [] null [], 0: [] null null, 1: null ["a"] null, 1: [] ["b"] null, 1: [] ["a"] null
gone: 1: ["a"] null null, 1: null ["a"] null, 2: ["a"] ["a"] null, 0: null null []
pair
0: [] null null, 2: null ["a","b"] null, 2: [] ["a","b"] null, 0: null null [], 0: [] null [], 0: [] null null, 1: null ["a"] null, 1: [] ["b"] null, 1: [] ["a"] null
1: ["a"] null null, 2: null ["a","b"] null, 3: ["a"] ["a","b"] null, 0: null null [], 1: ["a"] null [], 1: ["a"] null null, 1: null ["a"] null, 2: ["a"] ["b"] null, 1: [] ["a"] null
0: [] null null, 2: null ["a","b"] null, 2: [] ["a","b"] null, 0: null null [], 0: [] null [], 0: [] null null, 1: null ["a"] null, 1: [] ["b"] null, 1: [] ["a"] null
full: 1: ["a"] null null, 1: null ["a"] null, 2: ["a"] ["a"] null, 0: null null [], 1: ["a"] null [], 1: ["a"] null null, 1: null ["a"] null, 1: ["a"] [] null, 1: [] ["a"] null
read: 0: [] null null, 2: null ["a","b"] null, 2: [] ["a","b"] null, 0: null null [], 0: [] null [], 0: [] null null, 1: null ["a"] null, 1: [] ["b"] null, 1: [] ["a"] null
gone: 1: ["a"] null null, 1: null ["a"] null, 2: ["a"] ["a"] null, 0: null null []
pipe
0: [] null null, 1: null ["b"] null, 1: [] ["b"] null, 0: null null [], 0: [] null [], 0: [] null null, 0: null [] null, 1: [] ["b"] null, 0: [] [] null
1: ["a"] null null, 1: null ["b"] null, 2: ["a"] ["b"] null, 0: null null [], 1: ["a"] null [], 1: ["a"] null null, 0: null [] null, 2: ["a"] ["b"] null, 0: [] [] null
0: [] null null, 1: null ["b"] null, 1: [] ["b"] null, 0: null null [], 0: [] null [], 0: [] null null, 0: null [] null, 1: [] ["b"] null, 0: [] [] null
full: 1: ["a"] null null, 0: null [] null, 1: ["a"] [] null, 0: null null [], 1: ["a"] null [], 1: ["a"] null null, 0: null [] null, 1: ["a"] [] null, 0: [] [] null
read: 0: [] null null, 1: null ["b"] null, 1: [] ["b"] null, 0: null null [], 0: [] null [], 0: [] null null, 0: null [] null, 1: [] ["b"] null, 0: [] [] null
gone: 1: ["a"] null null, 0: null [] null, 1: ["a"] [] null, 0: null null []
