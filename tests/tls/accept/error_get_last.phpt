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
    var_dump(stream_socket_accept($server, 20), error_get_last()['message'] ?? null);
    fclose($client);
};
set_error_handler(function () { echo "handled\n"; return true; });
$accept();
restore_error_handler();
@file_get_contents('/nowhere/at/all');
set_error_handler(function () { echo "handled\n"; return true; });
$accept();
?>
--EXPECT--
handled
bool(false)
NULL
handled
bool(false)
string(84) "file_get_contents(/nowhere/at/all): Failed to open stream: No such file or directory"
