<?php
// What the lines of a program call besides PHP's own functions. Streams get a timeout of a few milliseconds.
declare(strict_types=1);

const SLOTS = 16;
const PATIENCE = ['usual' => 3000, 'hostile' => 500]; // microseconds: no stream waits longer for data

/** A new stream (or each of several) with a short timeout. */
function keep(mixed $stream): mixed
{
    if (is_array($stream)) return array_map('keep', $stream);
    if (is_stream($stream)) stream_set_timeout($stream, 0, PATIENCE[Deeds::$hostile ? 'hostile' : 'usual']);
    return $stream;
}

function is_stream(mixed $value): bool
{
    return is_resource($value) && in_array(get_resource_type($value), ['stream', 'persistent stream'], true);
}

/** Where a listener listens, with another scheme; a port where nobody listens, if it is none. */
function at(mixed $listener, string $scheme): string
{
    $name = is_stream($listener) ? @stream_socket_get_name($listener, false) : false;
    return "$scheme://" . ($name ?: '127.0.0.1:1');
}

/** Bytes are there when they are written, not when the peer's kernel has acknowledged the last ones. */
const SOON = ['socket' => ['tcp_nodelay' => true]];

/** Both ends of a connection; the listener is gone. */
function connected(string $url, array $options = []): array
{
    $context = stream_context_create($options + SOON);
    $listener = stream_socket_server($url, $no, $text, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
    $scheme = explode(':', $url)[0];
    $client = stream_socket_client(at($listener, $scheme), $no, $text, 1, STREAM_CLIENT_CONNECT, $context);
    $server = stream_socket_accept($listener, 1);
    fclose($listener);
    if ($scheme === 'unix') unlink(substr($url, strlen('unix://')));
    return [$client, $server];
}

/** Two bound udp sockets, the first one connected to the second. */
function datagrams(): array
{
    $bound = stream_socket_server('udp://127.0.0.1:0', $no, $text, STREAM_SERVER_BIND);
    return [stream_socket_client(at($bound, 'udp')), $bound];
}

function certificate(): string
{
    return getenv('FUZZ_CERTIFICATE') ?: __DIR__ . '/../../.b/fuzz/certificate.pem';
}

const TRUSTING = ['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]];
function serving(): array
{
    return ['ssl' => ['local_cert' => certificate(), 'verify_peer' => false]];
}

/** Both ends of a tcp connection, ready for a handshake or (with TLS's version) after it. */
function secured(?string $version = null): array
{
    [$client, $server] = connected('tcp://127.0.0.1:0');
    foreach (TRUSTING['ssl'] as $name => $value) stream_context_set_option($client, 'ssl', $name, $value);
    foreach (serving()['ssl'] as $name => $value) stream_context_set_option($server, 'ssl', $name, $value);
    if ($version === null) return [$client, $server];
    $method = "STREAM_CRYPTO_METHOD_TLSv$version";
    if (!shake($client, $server, constant("{$method}_CLIENT"), constant("{$method}_SERVER"))) Trace::line('the handshake failed');
    return [$client, $server];
}

/** A handshake within one process: both ends by turns, not blocking. */
function shake(mixed $client, mixed $server, int $client_method, int $server_method): bool
{
    foreach ([$client, $server] as $end) stream_set_blocking($end, false);
    $one = $two = 0;
    for ($turn = 0; $turn < 200 && ($one === 0 || $two === 0); $turn++) {
        if ($turn > 10) usleep(500);
        if ($one === 0) $one = stream_socket_enable_crypto($client, true, $client_method);
        if ($two === 0) $two = stream_socket_enable_crypto($server, true, $server_method);
    }
    foreach ([$client, $server] as $end) stream_set_blocking($end, true);
    return $one === true && $two === true;
}

/** stream_select() on slots: what it returns, and the slots that are left in each set. */
function choose(array $read, array $write, array $except, int $microseconds): array
{
    global $s;
    $sets = [];
    foreach ([$read, $write, $except] as $set) $sets[] = array_combine($set, array_map(fn ($slot) => $s[$slot], $set));
    [$r, $w, $e] = $sets;
    $sets = null;
    try {
        $count = stream_select($r, $w, $e, 0, $microseconds);
    } catch (Error $error) {
        $count = describe_exception($error);
    }
    return [$count, implode(' ', array_keys($r)), implode(' ', array_keys($w)), implode(' ', array_keys($e))];
}

/** As much as goes into the send buffer, not blocking; the sum is the system's affair. */
function fill(mixed $stream): bool
{
    if (!str_contains(stream_get_meta_data($stream)['stream_type'], 'socket')) return false; // it would take all
    stream_set_blocking($stream, false);
    for ($turn = 0; $turn < 200 && fwrite($stream, str_repeat('x', 65536)) > 0; $turn++);
    return stream_set_blocking($stream, true);
}

/** Opens a stream's descriptor anew. */
function copy_of(mixed $stream): mixed
{
    $wanted = fstat($stream);
    foreach (scandir('/proc/self/fd') as $fd) {
        $found = ctype_digit($fd) ? @stat("/proc/self/fd/$fd") : false;
        if ($found && $found['ino'] === $wanted['ino'] && $found['dev'] === $wanted['dev']) return fopen("php://fd/$fd", 'r+');
    }
    return false;
}

function library(): FFI
{
    static $library = null;
    return $library ??= FFI::cdef('unsigned ualarm(unsigned, unsigned);');
}

/** SIGALRM in some microseconds, within what comes next; again and again, if asked. */
function alarm_in(int $microseconds, int $every = 0): void
{
    library()->ualarm($microseconds, $every);
}

/** Handlers of SIGALRM and SIGUSR1 that say so; in a hostile program they do more. */
function handle_signals(bool $at_once, bool $restart): bool
{
    pcntl_async_signals($at_once);
    foreach ([SIGALRM, SIGUSR1] as $signal) pcntl_signal($signal, 'signal_came', $restart);
    return true;
}

/** SIGALRM within what it runs; streams wait longer for a while, so that it comes first. */
function signalled(bool $at_once, bool $restart, callable $run): mixed
{
    global $s;
    foreach (array_filter($s, 'is_stream') as $stream) stream_set_timeout($stream, 0, 30_000);
    handle_signals($at_once, $restart);
    try {
        alarm_in(2000);
        $result = $run();
        return $result;
    } finally {
        alarm_in(0);
        keep(array_filter($s, 'is_stream'));
        pcntl_signal_dispatch();
    }
}

function signal_came(int $signal): void
{
    if (!Deeds::$hostile) Trace::line("  signal $signal");
    $within = comes_within_a_call();
    try {
        Deeds::next('signal', $within ? '' : 'exit(');
    } catch (Throwable $exception) {
        if ($within) throw $exception;
    }
}

/**
 * Whether a signal's handler runs inside of an internal function, a wait of ours. What is thrown between two lines of
 * user code, as stock PHP's handlers do, makes PHP 8.2 itself crash now and then.
 */
function comes_within_a_call(): bool
{
    $caller = debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS, 3)[2]['function'] ?? '';
    return function_exists($caller) && (new ReflectionFunction($caller))->isInternal();
}

/** stream_select() on one stream many times over and all others: enough for the event loop to be used. */
function stream_select_many(mixed $stream): mixed
{
    global $s;
    $read = [...array_filter($s, 'is_stream'), ...array_fill(0, 30, $stream)];
    $write = $except = null;
    return [stream_select($read, $write, $except, 0, 1000), count($read)];
}
