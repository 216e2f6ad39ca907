--TEST--
docs/tasks.md: each example prints what stands below it, and the table of what tasks share is what the test of it finds
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$page = file_get_contents(__DIR__ . '/../../docs/tasks.md');
preg_match_all('/```php\n(.*?)```\n\n```text\n(.*?)```/s', $page, $examples, PREG_SET_ORDER);
foreach ($examples as [, $code, $expected]) {
    $process = proc_open(php_command($code), [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
    $output = stream_get_contents($pipes[1]);
    if ($output !== $expected) echo $code, "printed:\n$output", stream_get_contents($pipes[2]);
}
var_dump(count($examples) === substr_count($page, '```php'), count($examples) > 9);

$proof = file_get_contents(__DIR__ . '/12_shared_and_own.phpt');
preg_match_all('/^(\S.*?)  +(own|shared)$/m', $proof, $proved, PREG_SET_ORDER);
preg_match_all('/^\| (.+) \| (own|shared) \|$/m', $page, $told, PREG_SET_ORDER);
$pairs = fn (array $rows) => array_map(fn ($row) => [$row[1], $row[2]], $rows);
var_dump(count($told), $pairs($told) === $pairs($proved));
?>
--EXPECT--
bool(true)
bool(true)
int(25)
bool(true)
