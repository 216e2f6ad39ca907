--TEST--
TLS: session callbacks that close the connection, or its listener, within the handshake
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (PHP_VERSION_ID < 80600) die('skip sessions have callbacks since PHP 8.6'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
foreach (['session_get_cb', 'session_new_cb'] as $callback) {
    foreach (['the connection', 'the listener'] as $what) {
        $closes = false;
        $close = function ($connection) use (&$closes, &$server, $what) {
            if ($closes) var_dump(fclose($what === 'the listener' ? $server : $connection));
            $closes = false;
        };
        $ssl = ['session_id_context' => 'a', 'alpn_protocols' => 'x', 'session_get_cb' => fn () => null, 'session_new_cb' => fn () => null];
        $ssl[$callback] = $close;
        [$server, $to, $tcp] = tls_server($ssl);
        $child = in_child(function () use ($to) {
            $session = null;
            for ($i = 0; $i < 2; ++$i) {
                $client = @tls_client($to, ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, 'alpn_protocols' => 'x',
                    'session_data' => $session, 'session_new_cb' => function ($stream, $new) use (&$session) { $session = $new; }]);
                if ($client) @fgets($client);
            }
        });
        echo "$callback closes $what\n";
        var_dump(is_resource(stream_socket_accept($server, 20)));
        $before = count_descriptors();
        $closes = true;
        var_dump(@stream_socket_accept($server, 20), is_resource($server), count_descriptors() - $before);
        unset($server);
        ended($child);
    }
}
?>
--EXPECT--
session_get_cb closes the connection
bool(true)
bool(true)
bool(false)
bool(true)
int(0)
session_get_cb closes the listener
bool(true)
bool(true)
bool(false)
bool(false)
int(-1)
session_new_cb closes the connection
bool(true)
bool(true)
bool(false)
bool(true)
int(0)
session_new_cb closes the listener
bool(true)
bool(true)
bool(false)
bool(false)
int(-1)
