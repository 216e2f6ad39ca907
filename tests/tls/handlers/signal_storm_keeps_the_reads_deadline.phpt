--TEST--
TLS: read: the timeout holds while signals come all the time
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
$handled = 0;
pcntl_signal(SIGUSR1, function () use (&$handled) { ++$handled; });
[$client, $conn] = tls_pair();
stream_set_timeout($client, 0, 300_000);
$storm = signal_storm(SIGUSR1);
while ($handled === 0) usleep(1000);
$handled = 0;
var_dump(fread($client, 100), stream_get_meta_data($client)['timed_out'], $handled > 0);
stop($storm);
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
