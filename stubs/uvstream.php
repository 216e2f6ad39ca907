<?php
/**
 * uvstream 0.1.0 for IDEs and analysers. Made by tools/update_stubs; not to be run.
 *
 * uvstream has names of its own only where later versions of PHP have them. It adds settings for php.ini,
 *
 * - `uvstream.enable`: by default `1`; `0` leaves PHP untouched: nothing is taken over or replaced
 * - `uvstream.schedule`: by default `order`; for tests: `random:SEED` has ready strands run in an order that comes
 *   from the seed, a number from 1 on
 *
 * and context options, see stream_context_create() below. It replaces these functions of PHP, with their signatures:
 *
 * - stream_socket_server(): the error code is the system's errno, and 0 exactly when no system call on the socket
 *   failed: an error in the address, the name, the transport or an option. udp and udg need `STREAM_SERVER_BIND` as
 *   flags, else it is EOPNOTSUPP. No part of an address is cut or guessed.
 * - stream_socket_accept(): a signal ends it, as in PHP, once its handler has run. The timeout, in seconds, is by
 *   default `default_socket_timeout`. The name of a unix client without one is "". A client that has gone already is
 *   passed over. On `ssl://` and the like the TLS handshake counts in the timeout; with a timeout of 0, on a
 *   non-blocking listener and with the option `handshake` it is left to the first read or write.
 * - stream_socket_client(): the timeout covers the look-up of the name, the connect and a TLS handshake together.
 *   When TLS fails, the error message is OpenSSL's reason, and the error code 0.
 * - fsockopen(): as stream_socket_client().
 * - pfsockopen(): as stream_socket_client().
 * - stream_socket_enable_crypto(): works on unix sockets, pairs and php://fd, too.
 * - stream_select(): has no limit of 1,024 descriptors. What it throws, it throws before it waits. When it throws or
 *   returns false, the arrays are as they were.
 * - stream_get_contents(): takes fewer system calls on sockets.
 * - stream_get_transports(): lists tcp, udp, unix, udg, ext/openssl's, and what others have registered.
 * - stream_socket_pair(): makes sockets that are closed on exec.
 * - fclose(): in a signal handler, on a stream that a call below it waits for, makes that call fail; the descriptor
 *   is closed once it has returned.
 * - gzclose(): as fclose().
 * - pcntl_fork(): leaves TLS connections to the process, parent or child, that next reads or writes them: the other
 *   one closes its copy without a word to the peer.
 * - pcntl_signal(): is remembered for the waits that stand for a blocking system call: whether that is restarted.
 * - pcntl_async_signals(): when it is on, handlers also run within a wait on a socket. Then accept, select and,
 *   where calls are not restarted, recvfrom and sendto end as in PHP; other waits go on for what is left of their
 *   time.
 */

/**
 * These options are for sockets; other wrappers have theirs.
 *
 * Under `socket`:
 * - `bindto`: `"ip:port"`, for clients; by default none; address and port to connect from; 0 for any
 * - `backlog`: int, for servers; by default SOMAXCONN; connections that may wait to be accepted
 * - `ipv6_v6only`: bool, for servers; by default the system's; whether `[::]` leaves IPv4 out
 * - `so_reuseport`: bool, for servers; by default false; several sockets on one port
 * - `so_broadcast`: bool, for udp; by default false; sending to broadcast addresses
 * - `tcp_nodelay`: bool, for tcp; by default false; no Nagle's algorithm, also on accepted connections
 *
 * Also there, by PHP itself only since 8.6:
 * - `so_reuseaddr`: bool, for servers; by default true; binding while old connections linger
 * - `so_keepalive`: bool, for tcp; by default false; keep-alive probes, also on accepted connections
 * - `tcp_keepidle`, `tcp_keepintvl`: int, seconds, 1–32767, for tcp; by default the system's; idle time before the
 *   first probe, and between probes
 * - `tcp_keepcnt`: int, 1–127, for tcp; by default the system's; probes before the connection is given up
 * - `so_linger`: int, seconds, up to 65535, for tcp; by default off; how long a close waits for unsent data; 0 or
 *   less turns it off
 * - `so_rcvbuf`, `so_sndbuf`: int, bytes, 1–2147483647, for all; by default the system's; kernel buffers
 *
 * Under `uvstream`:
 * - `cloexec`: bool; by default true; false lets child processes inherit the descriptor (systemd-style handover); a
 *   listener then blocks in the kernel, as they expect it to
 * - `handshake`: `"eager"` or `"lazy"`; by default `"eager"`; `"lazy"`: an accept on `ssl://` and the like does not
 *   wait for the TLS handshake; the connection's first read or write does
 *
 * @param array{
 *     socket?: array{
 *         bindto?: string,
 *         backlog?: int,
 *         ipv6_v6only?: bool,
 *         so_reuseport?: bool,
 *         so_broadcast?: bool,
 *         tcp_nodelay?: bool,
 *         so_reuseaddr?: bool,
 *         so_keepalive?: bool,
 *         tcp_keepidle?: int<1, 32767>,
 *         tcp_keepintvl?: int<1, 32767>,
 *         tcp_keepcnt?: int<1, 127>,
 *         so_linger?: int,
 *         so_rcvbuf?: int<1, 2147483647>,
 *         so_sndbuf?: int<1, 2147483647>,
 *     },
 *     uvstream?: array{
 *         cloexec?: bool,
 *         handshake?: 'eager'|'lazy',
 *     },
 *     ...
 * }|null $options
 * @param array<string, mixed>|null $params
 * @return resource
 */
function stream_context_create(?array $options = null, ?array $params = null) {}

const STREAM_CRYPTO_STATUS_NONE = 0;
const STREAM_CRYPTO_STATUS_WANT_READ = 1;
const STREAM_CRYPTO_STATUS_WANT_WRITE = 2;

/**
 * What the last TLS operation on the stream would have had to wait for: a read, a write or a handshake that found
 * nothing to do on a non-blocking stream. PHP's own since 8.6; uvstream 0.1.0 brings it to older versions.
 *
 * @param resource $stream
 * @return 0|1|2 STREAM_CRYPTO_STATUS_NONE, also for a stream without TLS, STREAM_CRYPTO_STATUS_WANT_READ or
 * STREAM_CRYPTO_STATUS_WANT_WRITE
 */
function stream_socket_get_crypto_status($stream): int {}
