--TEST--
select: filtered streams cannot be selected before PHP 8.6, but their buffered bytes can
--SKIPIF--
<?php if (PHP_VERSION_ID >= 80600) die('skip PHP 8.6 selects them'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = connect_pair();
[$c, $d] = unix_pair();
fwrite($a, "one\ntwo\n");
fwrite($d, 'x');
wait_readable($b);
stream_set_blocking($b, false); // (fgets on a filtered stream waits for more than a line)
$filter = stream_filter_append($b, 'string.rot13', STREAM_FILTER_READ);
echo select_line([$b]), "\n", select_line(['b' => $b, 'c' => $c], [$b]), "\n";
echo fgets($b), select_line(['b' => $b, 'c' => $c], [$c]), "\n";
stream_filter_remove($filter);
fgets($b);
fwrite($a, 'more');
wait_readable($b);
echo select_line([$b]), "\n";
?>
--EXPECT--
Warning: stream_select(): Cannot cast a filtered stream on this system
ValueError: No stream arrays were passed; [0] null null
Warning: stream_select(): Cannot cast a filtered stream on this system
Warning: stream_select(): Cannot cast a filtered stream on this system
Warning: stream_select(): Cannot cast a filtered stream on this system
Warning: stream_select(): Cannot cast a filtered stream on this system
1: ["c"] [] null
bar
Warning: stream_select(): Cannot cast a filtered stream on this system
1: ["b"] [] null
1: [0] null null
