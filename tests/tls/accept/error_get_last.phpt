--TEST--
TLS: accept: a failure that the script's error handler takes is not in error_get_last(); what was there before is
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_server();
$accept = function () use ($server, $tcp) {
    fwrite($client = stream_socket_client($tcp), "this is no TLS\n");
    var_dump(stream_socket_accept($server, 20), error_get_last()['type'] ?? null);
    fclose($client);
};
set_error_handler(function () { echo "handled\n"; return true; });
$accept();
restore_error_handler();
@trigger_error('before', E_USER_WARNING);
set_error_handler(function () { echo "handled\n"; return true; });
$accept();
?>
--EXPECT--
handled
bool(false)
NULL
handled
bool(false)
int(512)
