--TEST--
every operation that waits x what its handler does x restart x asynchronous: scripts see what they see on stock PHP
--EXTENSIONS--
pcntl
posix
openssl
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$matrix = function (array $command): array {
    exec(implode(' ', array_map('escapeshellarg', [...$command, __DIR__ . '/../inc/signal_matrix.inc'])), $lines);
    return array_column(array_map('json_decode', $lines), 1, 0);
};
$ours = $matrix(php_with_options());
$stocks = $matrix([...php_without_uvstream(), '-d', 'report_memleaks=0']); // it leaks where a handler throws
echo count($ours), ' and ', count($stocks), " cells\n";
foreach ($stocks as $cell => $outcome) {
    if ($outcome !== $ours[$cell]) echo "$cell\n  stock: $outcome\n  ours:  $ours[$cell]\n";
}
?>
--EXPECT--
208 and 208 cells
