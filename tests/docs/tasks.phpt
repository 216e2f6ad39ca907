--TEST--
docs/tasks.md: each example prints what stands below it, and the table of what tasks share is what the test of it finds
--FILE--
<?php
require __DIR__ . '/../inc/documents.inc';
run_page('docs/tasks.md');
$examples = blocks_of($page = page_text('docs/tasks.md'));
var_dump(count(array_filter($examples, fn ($block) => $block->runs() && $block->output)) > 9);

$proof = file_get_contents(__DIR__ . '/../tasks/12_shared_and_own.phpt');
preg_match_all('/^(\S.*?)  +(own|shared)$/m', $proof, $proved, PREG_SET_ORDER);
preg_match_all('/^\| (.+) \| (own|shared) \|$/m', $page, $told, PREG_SET_ORDER);
$pairs = fn (array $rows) => array_map(fn ($row) => [$row[1], $row[2]], $rows);
var_dump(count($told), $pairs($told) === $pairs($proved));
?>
--EXPECT--
docs/tasks.md: done
bool(true)
int(25)
bool(true)
