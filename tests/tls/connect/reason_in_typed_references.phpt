--TEST--
TLS: connect: $error_message as a typed property
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
class Failure
{
    public int $code = 7;
    public string $text = 'none';
    public ?string $other = null;
}
[$server, $to] = tls_server();
$child = in_child(function () use ($server) {
    @stream_socket_accept($server, 20);
});
$failure = new Failure;
var_dump(@stream_socket_client($to, $failure->code, $failure->text, 20));
var_dump($failure->code, strpos($failure->text, 'certificate verify failed') > 0);
stop($child);
?>
--EXPECT--
bool(false)
int(0)
bool(true)
