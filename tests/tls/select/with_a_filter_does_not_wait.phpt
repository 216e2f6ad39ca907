--TEST--
TLS: stream_select() does not wait in a read for a filter that keeps what it gets
--EXTENSIONS--
openssl
--SKIPIF--
<?php if (PHP_VERSION_ID < 80600) die("skip filtered streams can be selected since PHP 8.6"); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
class Keeper extends php_user_filter
{
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        while ($bucket = stream_bucket_make_writeable($in)) $consumed += $bucket->datalen;
        return PSFS_FEED_ME;
    }
}
stream_filter_register('keeper', 'Keeper');
[$client, $conn] = tls_pair();
fwrite($conn, str_repeat('x', 10_000)); // one record: PHP's buffer takes 8192 bytes, OpenSSL keeps the rest
var_dump(strlen(fread($client, 8192)));
stream_filter_append($client, 'keeper', STREAM_FILTER_READ);
stream_set_timeout($client, 50);
[$r, $w, $e] = [[$client], [$client], null];
var_dump(timed(fn () => stream_select($r, $w, $e, 20) > 0));
?>
--EXPECT--
int(8192)
in time
bool(true)
