--TEST--
pipes in {main}, with nobody beside it: what stock PHP does, byte for byte
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';

$outputs = [];
foreach (['stock' => php_without_uvstream(), 'ours' => php_with_options()] as $name => $php) {
    $process = proc_open([...$php, '-f', __DIR__ . '/main.inc'], [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
    $outputs[$name] = stream_get_contents($pipes[1]);
    proc_close($process);
}
echo substr_count($outputs['stock'], "\n") > 70 ? "it did all\n" : $outputs['stock'];
echo $outputs['ours'] === $outputs['stock'] ? "the same\n" : $outputs['ours'];
?>
--EXPECT--
it did all
the same
