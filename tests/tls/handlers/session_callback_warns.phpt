--TEST--
TLS: warnings of a script's session callbacks are no failures of the handshake, nor of a read
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (PHP_VERSION_ID < 80600) die('skip sessions have callbacks since PHP 8.6'); ?>
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
function warn(string $text) { @trigger_error($text, E_USER_WARNING); @file_get_contents(__DIR__ . '/none'); }
foreach ([STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT] as $method) {
    [$server, $to] = tls_server(['session_id_context' => 'a',
        'session_new_cb' => function ($stream, $new) { warn('new'); },
        'session_get_cb' => function ($stream, $id) { warn('get'); return null; }]);
    $parent = getmypid();
    $child = in_child(function () use ($server, $parent) {
        for ($i = 0; $i < 2; ++$i) {
            $conn = stream_socket_accept($server, 20);
            await_sleep($parent); // in its fgets(), with the session read
            fwrite($conn, "hello $i\n");
            fgets($conn);
        }
    });
    $session = null;
    for ($i = 0; $i < 2; ++$i) {
        $client = tls_client($to, ['crypto_method' => $method, 'session_data' => $session,
            'session_new_cb' => function ($stream, $new) use (&$session) { warn('new'); $session = $new; }]);
        var_dump(fgets($client), $session !== null);
        fclose($client);
    }
    var_dump(ended($child));
}
?>
--EXPECT--
string(8) "hello 0
"
bool(true)
string(8) "hello 1
"
bool(true)
int(0)
string(8) "hello 0
"
bool(true)
string(8) "hello 1
"
bool(true)
int(0)
