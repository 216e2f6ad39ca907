<?php
// What the servers share. Only plain stream functions here and in the servers: the scripts must not know who serves them.

// The same reply as in bench.h: 161 bytes.
const REPLY = "HTTP/1.1 200 OK\r\nServer: bench\r\nContent-Type: text/plain\r\nContent-Length: 56\r\nCache-Control: no-store\r\n\r\n"
    . '0123456789abcdef0123456789abcdef0123456789abcdef01234567';

/** User and system time of this process in microseconds. */
function cpu_us(): int
{
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1000000
        + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

/**
 * A listening socket on a free port, which is printed. The backlog takes all connections of a row. In a row of TLS, the
 * environment names the certificate.
 * @return resource
 */
function listen()
{
    $certificate = getenv('BENCH_CERTIFICATE');
    $context = stream_context_create(['socket' => ['backlog' => 1024], 'ssl' => ['local_cert' => $certificate]]);
    $address = $certificate ? 'ssl://127.0.0.1:0' : 'tcp://127.0.0.1:0';
    $listener = stream_socket_server($address, $errno, $errstr, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
    print_port($listener);
    return $listener;
}

/** @param resource $socket */
function print_port($socket): void
{
    echo 'port ', substr(strrchr(stream_socket_get_name($socket, false), ':'), 1), "\n";
}

function print_result(int $count, int $cpu): void
{
    echo "result $count $cpu\n";
}
