--TEST--
A context's notification callback gets nothing from a plain socket: only wrappers begin a progress
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$names = array_flip(array_filter(get_defined_constants(), fn($k) => preg_match('/^STREAM_NOTIFY_(?!SEVERITY)/', $k), ARRAY_FILTER_USE_KEY));
$context = stream_context_create([], ['notification' => function ($code, $severity, $message, $message_code, $sent, $max) use ($names) {
    if ($code === STREAM_NOTIFY_COMPLETED) return; // the end, from PHP 8.3 on
    echo "  $names[$code] $severity ", var_export($message, true), " $message_code $sent of $max\n";
}]);
[$server, $to] = listen_on('tcp://127.0.0.1:0');
$client = stream_socket_client($to, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
$conn = stream_socket_accept($server, 10);
echo "fwrite\n";
fwrite($client, str_repeat('x', 10000));
fwrite($client, 'yy');
echo "fread\n";
fwrite($conn, 'hello');
fread($client, 100);
fwrite($conn, 'more');
fgets($client, 4);
echo "sendto, recvfrom\n";
stream_socket_sendto($client, 'direct');
fwrite($conn, 'back');
wait_readable($client);
stream_socket_recvfrom($client, 100);
echo "end\n";
fclose($conn);
fread($client, 100);
fread($client, 100);
?>
--EXPECT--
fwrite
fread
sendto, recvfrom
end
