--TEST--
docs/troubleshooting.md: what its blocks print is what it says
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/documents.inc';
run_page('docs/troubleshooting.md');
?>
--EXPECT--
docs/troubleshooting.md: done
