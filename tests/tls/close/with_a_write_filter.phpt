--TEST--
TLS: a stream that goes with its last reference sends all that a filter has kept
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
class Keep extends php_user_filter
{
    private string $all = '';
    private $bucket = null;
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        while ($bucket = stream_bucket_make_writeable($in)) {
            $this->all .= $bucket->data;
            $consumed += $bucket->datalen;
            $this->bucket ??= $bucket;
        }
        if (!$closing) return PSFS_FEED_ME;
        $this->bucket->data = $this->all;
        $this->all = '';
        stream_bucket_append($out, $this->bucket);
        return PSFS_PASS_ON;
    }
}
stream_filter_register('keep', Keep::class);
[$server, $to] = tls_server();
$child = child_client($to, function ($client) { exit(strlen(stream_get_contents($client)) === 40000 ? 0 : 1); });
$conn = stream_socket_accept($server, 20);
stream_filter_append($conn, 'keep', STREAM_FILTER_WRITE);
fwrite($conn, str_repeat('x', 40000));
$conn = null;
var_dump(ended($child));
?>
--EXPECT--
int(0)
