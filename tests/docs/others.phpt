--TEST--
README.md and docs: the blocks of PHP in the pages that have no test of their own here run, and print what stands below them
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/documents.inc';
chdir(__DIR__ . '/../..');
run_page('README.md');
foreach ([...glob('docs/*.md'), ...glob('docs/*/*.md')] as $page) {
    if (!is_file(__DIR__ . '/' . basename($page, '.md') . '.phpt')) run_blocks($page, page_text($page));
}
?>
--EXPECT--
README.md: done
