--TEST--
select: streams with bytes in their buffer are ready at once, and alone; nothing is asked of the system
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp' => connect_pair(), 'unix' => connect_pair('unix://' . temp_path('buffered')), 'pair' => unix_pair()] as $name => $pair) {
    [$a, $b] = $pair;
    [$c, $d] = unix_pair();
    echo "$name\n";
    fwrite($a, "one\ntwo\nthree\n");
    fwrite($d, 'x');
    fgets($b);
    echo select_line(['c' => $c, 'b' => $b], ['b' => $b, 'c' => $c], ['b' => $b], 20), "\n";
    echo select_line([$b], null, null, null), "\n"; // no timeout
    echo select_line(null, ['b' => $b], ['b' => $b]), "\n"; // not asked for reading: the write set is looked at
    fgets($b);
    echo select_line([5 => $b, 'again' => $b, 'c' => $c], [], null), "\n";
    fgets($b);
    echo select_line(['c' => $c, 'b' => $b], ['b' => $b]), "\n";
    // A part of what came
    stream_set_chunk_size($b, 4);
    fwrite($a, 'abcdefgh');
    wait_readable($b);
    fread($b, 2);
    echo stream_get_meta_data($b)['unread_bytes'], ' ', select_line([$b], [$b], [$b]), "\n";
    // After the peer's end
    fclose($a);
    echo select_line(['b' => $b]), ' ';
    stream_get_contents($b);
    echo select_line(['b' => $b]), "\n";
}
?>
--EXPECT--
tcp
1: ["b"] [] []
1: [0] null null
1: null ["b"] []
2: [5,"again"] [] null
2: ["c"] ["b"] null
6 1: [0] [] []
1: ["b"] null null 1: ["b"] null null
unix
1: ["b"] [] []
1: [0] null null
1: null ["b"] []
2: [5,"again"] [] null
2: ["c"] ["b"] null
6 1: [0] [] []
1: ["b"] null null 1: ["b"] null null
pair
1: ["b"] [] []
1: [0] null null
1: null ["b"] []
2: [5,"again"] [] null
2: ["c"] ["b"] null
6 1: [0] [] []
1: ["b"] null null 1: ["b"] null null
