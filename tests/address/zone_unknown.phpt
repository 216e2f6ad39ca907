--TEST--
A zone that no network interface has is an error before bind or connect
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
foreach (['nosuch', '', 'a-name-longer-than-any-interface', '25lo', '4294967297', '-1', ' ', '0'] as $zone) {
    try_server("tcp://[fe80::1%$zone]:0");
    try_client("tcp://[fe80::1%$zone]:80");
}
try_server('udp://[::1%nosuch]:0');
?>
--EXPECT--
server tcp://[fe80::1%nosuch]:0: false, 0, Failed to parse IPv6 address "[fe80::1%nosuch]:0": no network interface has this zone
client tcp://[fe80::1%nosuch]:80: false, 0, Failed to parse IPv6 address "[fe80::1%nosuch]:80": no network interface has this zone
server tcp://[fe80::1%]:0: false, 0, Failed to parse IPv6 address "[fe80::1%]:0": no network interface has this zone
client tcp://[fe80::1%]:80: false, 0, Failed to parse IPv6 address "[fe80::1%]:80": no network interface has this zone
server tcp://[fe80::1%a-name-longer-than-any-interface]:0: false, 0, Failed to parse IPv6 address "[fe80::1%a-name-longer-than-any-interface]:0": no network interface has this zone
client tcp://[fe80::1%a-name-longer-than-any-interface]:80: false, 0, Failed to parse IPv6 address "[fe80::1%a-name-longer-than-any-interface]:80": no network interface has this zone
server tcp://[fe80::1%25lo]:0: false, 0, Failed to parse IPv6 address "[fe80::1%25lo]:0": no network interface has this zone
client tcp://[fe80::1%25lo]:80: false, 0, Failed to parse IPv6 address "[fe80::1%25lo]:80": no network interface has this zone
server tcp://[fe80::1%4294967297]:0: false, 0, Failed to parse IPv6 address "[fe80::1%4294967297]:0": no network interface has this zone
client tcp://[fe80::1%4294967297]:80: false, 0, Failed to parse IPv6 address "[fe80::1%4294967297]:80": no network interface has this zone
server tcp://[fe80::1%-1]:0: false, 0, Failed to parse IPv6 address "[fe80::1%-1]:0": no network interface has this zone
client tcp://[fe80::1%-1]:80: false, 0, Failed to parse IPv6 address "[fe80::1%-1]:80": no network interface has this zone
server tcp://[fe80::1% ]:0: false, 0, Failed to parse IPv6 address "[fe80::1% ]:0": no network interface has this zone
client tcp://[fe80::1% ]:80: false, 0, Failed to parse IPv6 address "[fe80::1% ]:80": no network interface has this zone
server tcp://[fe80::1%0]:0: false, 0, Failed to parse IPv6 address "[fe80::1%0]:0": no network interface has this zone
client tcp://[fe80::1%0]:80: false, 0, Failed to parse IPv6 address "[fe80::1%0]:80": no network interface has this zone
server udp://[::1%nosuch]:0: false, 0, Failed to parse IPv6 address "[::1%nosuch]:0": no network interface has this zone
