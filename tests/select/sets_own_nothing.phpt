--TEST--
select: keeps no stream, no array and no memory
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$a, $b] = connect_pair();
fwrite($a, "one\ntwo\n");
wait_readable($b);
$looks = function (array $streams) {
    for ($i = 0; $i < 4; ++$i) select_line($streams, $streams, $streams);
    select_line($streams, $streams, $streams, -1);
    select_line($streams + ['closed' => 5]);
    select_line($streams, null, $streams, 0, 1000);
};
$looks(['a' => $a, 'b' => $b]);
fgets($b);
$looks(['a' => $a, 'b' => $b]); // buffered
unset($b);
wait_readable($a);
var_dump(fread($a, 1), feof($a)); // the last variable was its end
$memory = memory_get_usage();
for ($i = 0; $i < 500; ++$i) {
    [$p, $q] = unix_pair();
    $looks(['p' => $p, 'q' => $q, "key $i" => $p, 'a' => $a]);
    unset($p, $q);
}
var_dump(memory_get_usage() - $memory < 20000);
?>
--EXPECT--
string(0) ""
bool(true)
bool(true)
