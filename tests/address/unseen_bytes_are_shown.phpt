--TEST--
An error quotes the address with the bytes that cannot be seen, such as the newline of a line that was read
--FILE--
<?php
foreach (["127.0.0.1:80\n", "127.0.0.1:80 ", "127.0.0.1:\t80", "[::1]:80\r\n", "127.0.0.1:80\x7f", "127.0.0.1:80\x1b", "127.0.0.1\n",
          "[::1\n", "fe80::1%lo\n:80", "[fe80::1%no\n]:80", "127.0.0.1:80\\", "127.0.0.1:\u{0668}"] as $target) {
    @stream_socket_client("tcp://$target", $errno, $errstr, 10);
    echo $errstr, "\n";
    @stream_socket_server("tcp://$target", $errno, $text);
    if ($text !== $errstr) echo "server: $text\n";
}
@fsockopen("no host\n", 80, $errno, $errstr, 10);
echo $errstr, "\n";
?>
--EXPECTF--
Failed to parse address "127.0.0.1:80\n": the port must be a number from 0 to 65535
Failed to parse address "127.0.0.1:80 ": the port must be a number from 0 to 65535
Failed to parse address "127.0.0.1:\t80": the port must be a number from 0 to 65535
Failed to parse address "[::1]:80\r\n": the port must be a number from 0 to 65535
Failed to parse address "127.0.0.1:80\177": the port must be a number from 0 to 65535
Failed to parse address "127.0.0.1:80\033": the port must be a number from 0 to 65535
Failed to parse address "127.0.0.1\n": a port must follow the host, as in "host:80"
Failed to parse IPv6 address "[::1\n": the bracket is not closed
Failed to parse address "fe80::1%lo\n:80": an IPv6 address goes in square brackets
Failed to parse IPv6 address "[fe80::1%no\n]:80": no network interface has this zone
Failed to parse address "127.0.0.1:80\": the port must be a number from 0 to 65535
Failed to parse address "127.0.0.1:٨": the port must be a number from 0 to 65535
php_network_getaddresses: getaddrinfo for no host\n failed: %s
