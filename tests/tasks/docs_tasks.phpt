--TEST--
docs/tasks.md: each example prints what stands below it
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
?>
--EXPECT--
bool(true)
bool(true)
