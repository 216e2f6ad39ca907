--TEST--
stream_socket_accept(): a connection takes over the listener's context and timeout, and blocks
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('inherits')] as $uri) {
    $context = stream_context_create(['socket' => ['backlog' => 7], 'mine' => ['colour' => 'blue']]);
    [$server, $to] = listen_on($uri, $context);
    stream_set_blocking($server, false);
    stream_set_timeout($server, 0, 50000);
    $client = stream_socket_client($to);
    $conn = stream_socket_accept($server, 10);
    var_dump(stream_context_get_options($conn)['mine']);
    stream_context_set_option($server, 'mine', 'colour', 'red');
    var_dump(stream_context_get_options($conn)['mine']['colour']);
    var_dump(stream_get_meta_data($conn)['blocked']);
    $began = hrtime(true);
    var_dump(fread($conn, 10));
    var_dump((hrtime(true) - $began) / 1e9 >= 0.048, stream_get_meta_data($conn)['timed_out']);
    fclose($server);
    fwrite($client, "still works\n");
    var_dump(fgets($conn));
}
?>
--EXPECT--
array(1) {
  ["colour"]=>
  string(4) "blue"
}
string(3) "red"
bool(true)
bool(false)
bool(true)
bool(true)
string(12) "still works
"
array(1) {
  ["colour"]=>
  string(4) "blue"
}
string(3) "red"
bool(true)
bool(false)
bool(true)
bool(true)
string(12) "still works
"
