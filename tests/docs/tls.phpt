--TEST--
docs/tls.md: certificates, servers and clients, lazy handshakes, a new certificate, STARTTLS
--EXTENSIONS--
openssl
--SKIPIF--
<?php if (!trim((string) shell_exec('command -v openssl'))) die('skip the page uses the openssl command'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/documents.inc';
run_page('docs/tls.md');
?>
--EXPECT--
docs/tls.md: done
