<?php
// What the error codes of PHP's functions mean, for docs/reference/. The first is that of no system call.
declare(strict_types=1);

const CLIENT_ERRORS = [
    '0' => 'no system call on the socket has failed: the address, the name, the transport or an option is wrong, or TLS failed, of'
        . ' which the message has OpenSSL\'s reason',
    'ECONNREFUSED' => 'nobody listens there',
    'ETIMEDOUT' => 'the timeout has passed, or the system\'s own',
    'EHOSTUNREACH, ENETUNREACH' => 'no way leads there',
    'ENOENT' => 'there is no such unix socket',
    'EACCES' => 'a unix socket that may not be written to',
    'ENAMETOOLONG' => 'a unix path that is longer than the system takes, 107 bytes on Linux',
    'EMFILE, ENFILE' => 'no descriptor is free: `ulimit -n`',
];
const ERRORS = [
    'stream_socket_server' => [
        '0' => 'no system call on the socket has failed: the address, the name, the transport or an option is wrong; the message says'
            . ' which',
        'EADDRINUSE' => 'somebody has the port, or there is a file at the unix path',
        'EACCES' => 'a port below 1024, or a folder in which no socket may be made',
        'EADDRNOTAVAIL' => 'no interface of this machine has the address',
        'EOPNOTSUPP' => 'udp or udg without `STREAM_SERVER_BIND` as the flags: these do not listen',
        'ENOENT' => 'there is no folder for the unix path',
        'ENAMETOOLONG' => 'a unix path that is longer than the system takes, 107 bytes on Linux; nothing is created',
        'EINVAL' => 'a link-local IPv6 address without its zone; the message shows the form with one',
        'EMFILE, ENFILE' => 'no descriptor is free: `ulimit -n`',
    ],
    // (It has no argument for the code: its text is in the warning.)
    'stream_socket_accept' => [
        'ETIMEDOUT' => 'the timeout has passed',
        'EINTR' => 'a signal came, and its handler has run',
        'EMFILE, ENFILE' => 'no descriptor is free. It has waited for one, up to 100 ms, so that a loop around it does not spin',
        'ECANCELED' => 'the listener was closed meanwhile',
    ],
    'stream_socket_client' => CLIENT_ERRORS,
    'fsockopen' => CLIENT_ERRORS,
];
