<?php
// The context options, for docs/reference/ and stubs/uvstream.php; tools/update_reference compares their names with those that
// the code reads. `php` is the version of PHP that has brought it where it is not uvstream that reads it on all.
declare(strict_types=1);

const OPTIONS = [
    'socket' => [
        'bindto' => ['type' => 'string', 'value' => '`"ip:port"`', 'default' => 'none', 'for' => 'clients',
            'text' => 'address and port to connect from; 0 for any'],
        'backlog' => ['type' => 'int', 'value' => 'int', 'default' => 'as many as the system allows', 'for' => 'servers',
            'text' => 'connections that may wait to be accepted'],
        'ipv6_v6only' => ['type' => 'bool', 'value' => 'bool', 'default' => 'the system\'s', 'for' => 'servers',
            'text' => 'whether `[::]` leaves IPv4 out'],
        'so_reuseport' => ['type' => 'bool', 'value' => 'bool', 'default' => 'false', 'for' => 'servers',
            'text' => 'several sockets on one port'],
        'so_broadcast' => ['type' => 'bool', 'value' => 'bool', 'default' => 'false', 'for' => 'udp',
            'text' => 'sending to broadcast addresses'],
        'tcp_nodelay' => ['type' => 'bool', 'value' => 'bool', 'default' => 'false', 'for' => 'tcp',
            'text' => 'no Nagle\'s algorithm, also on accepted connections'],
        'so_reuseaddr' => ['type' => 'bool', 'value' => 'bool', 'default' => 'true', 'for' => 'servers', 'php' => '8.6',
            'text' => 'binding while old connections linger'],
        'so_keepalive' => ['type' => 'bool', 'value' => 'bool', 'default' => 'false', 'for' => 'tcp', 'php' => '8.6',
            'text' => 'keep-alive probes, also on accepted connections'],
        'tcp_keepidle' => ['type' => 'int<1, 32767>', 'value' => 'int, seconds, 1–32767', 'default' => 'the system\'s',
            'for' => 'tcp', 'php' => '8.6', 'text' => 'idle time before the first keep-alive probe'],
        'tcp_keepintvl' => ['type' => 'int<1, 32767>', 'value' => 'int, seconds, 1–32767', 'default' => 'the system\'s',
            'for' => 'tcp', 'php' => '8.6', 'text' => 'time between keep-alive probes'],
        'tcp_keepcnt' => ['type' => 'int<1, 127>', 'value' => 'int, 1–127', 'default' => 'the system\'s', 'for' => 'tcp',
            'php' => '8.6', 'text' => 'probes before the connection is given up'],
        'so_linger' => ['type' => 'int', 'value' => 'int, seconds, up to 65535', 'default' => 'off', 'for' => 'tcp', 'php' => '8.6',
            'text' => 'how long a close waits for unsent data; 0 or less turns it off'],
        'so_rcvbuf' => ['type' => 'int<1, 2147483647>', 'value' => 'int, bytes, 1–2147483647', 'default' => 'the system\'s',
            'for' => 'all', 'php' => '8.6', 'text' => 'the kernel\'s buffer for what comes in'],
        'so_sndbuf' => ['type' => 'int<1, 2147483647>', 'value' => 'int, bytes, 1–2147483647', 'default' => 'the system\'s',
            'for' => 'all', 'php' => '8.6', 'text' => 'the kernel\'s buffer for what goes out'],
    ],
    'uvstream' => [
        'cloexec' => ['type' => 'bool', 'value' => 'bool', 'default' => 'true',
            'text' => 'false lets child processes inherit the descriptor (systemd-style handover); a listener then blocks in the'
                . ' kernel, as they expect it to'],
        'handshake' => ['type' => '\'eager\'|\'lazy\'', 'value' => '`"eager"` or `"lazy"`', 'default' => '`"eager"`', 'for' => 'servers with TLS',
            'text' => '`"lazy"`: an accept on `ssl://` and the like does not wait for the TLS handshake; the connection\'s first read'
                . ' or write does'],
    ],
];
