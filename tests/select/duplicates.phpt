--TEST--
select: a stream several times in one set, and in several sets
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
[$a, $b] = unix_pair();
[$c, $d] = unix_pair();
echo select_line([$a, $a], [$a, $a], [$a, $a]), "\n";
fwrite($b, 'x');
echo select_line([$a, $a, $c, $a]), "\n"; // the result counts descriptors, not elements
echo select_line(['k' => $a], ['other' => $a]), "\n";
echo select_line(['k' => $a, 'l' => $a], ['k' => $a, 'm' => $a], ['k' => $a, 'l' => $a]), "\n";
echo select_line([$c, $c, 'c' => $c], [$a, 'c' => $c, $a, $c]), "\n";
// Buffered bytes: the result counts elements
fwrite($b, 'yz');
fread($a, 1);
stream_set_read_buffer($a, 8192);
fwrite($b, "line\n");
fgets($a);
fwrite($b, "one\ntwo\n");
fgets($a);
echo select_line([$a, $a, 'k' => $a, $c], [$a, $a], [$a]), "\n";
?>
--EXPECT--
1: [] [0,1] []
1: [0,1,3] null null
2: ["k"] ["other"] null
2: ["k","l"] ["k","m"] []
2: [] [0,"c",1,2] null
3: [0,1,"k"] [] []
