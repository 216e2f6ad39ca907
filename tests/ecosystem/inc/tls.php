<?php
// What the scenarios of TLS share: peers that are programs, and listeners and clients of ours.
declare(strict_types=1);
require_once __DIR__ . '/certificates.php';
require_once __DIR__ . '/services.php';

/** A program of somebody else at the other end: what it prints is kept, and printed by choice. */
final class Peer
{
    /** @var resource */
    private $process;
    /** @var resource its standard input */
    private $in;
    private string $out;

    /** @param string|null $from a file that it reads; else say() talks to it */
    public function __construct(array $command, ?string $from = null)
    {
        static $count = 0;
        $this->out = temp_path('peer' . ++$count);
        $in = $from === null ? ['pipe', 'r'] : ['file', $from, 'r'];
        $this->process = proc_open(['setpriv', '--pdeathsig', 'KILL', 'stdbuf', '-oL', ...$command],
            [$in, ['file', $this->out, 'w'], ['file', "$this->out.err", 'w']], $pipes);
        $this->in = $pipes[0] ?? null;
    }

    public function say(string $text): void
    {
        fwrite($this->in, $text);
    }

    /** Waits until it has printed what $pattern matches; returns the first group. */
    public function awaits(string $pattern): string
    {
        for ($polls = 0; $polls < 3000; $polls++) {
            if (preg_match($pattern, $this->printed() . $this->complained(), $m)) {
                return $m[1] ?? $m[0];
            }
            usleep(5000);
        }
        throw new RuntimeException("the peer never says $pattern: " . substr($this->printed() . $this->complained(), -300));
    }

    /** Waits for its end; returns its exit code. */
    public function ends(): int
    {
        return proc_close($this->process);
    }

    public function kill(): void
    {
        proc_terminate($this->process, SIGKILL);
        proc_close($this->process);
    }

    public function printed(): string
    {
        return file_get_contents($this->out);
    }

    public function complained(): string
    {
        return file_get_contents("$this->out.err");
    }
}

/** Texts of OpenSSL without what differs from one version to the next, and without what only uvstream says (DIVERGENCES.md). */
function plain(string $text): string
{
    $text = preg_replace(['/\berror:[0-9A-F]+:/', '/:[a-z_\/]+\.c:\d+:/'], ['error:', ':'], $text);
    $text = preg_replace('/(Accept failed): .*/s', '$1', $text);
    // The reason that a client's handshake failed for, which stock leaves out of $errstr.
    $text = preg_replace('/(Failed to open stream): (?:operation failed|SSL |Peer |peer_).*/s', '$1: no handshake', $text);
    return preg_replace('/\s*\n\s*/', ' / ', rtrim($text));
}

/** What $body returns; the warnings that it raises are printed. */
function told(callable $body): mixed
{
    set_error_handler(function (int $level, string $text) {
        // (Stock has two more before this one, of which uvstream says the reason in this one.)
        $is_before = preg_match('/^stream_socket_accept\(\): (?!Accept failed)/', $text);
        if (!$is_before) echo '  warning: ', plain($text), "\n";
        return true;
    });
    try {
        return $body();
    } finally {
        restore_error_handler();
    }
}

/** A listener of ours on a free port; @param array<string, mixed> $ssl @return resource */
function tls_listener(array $ssl = [], string $transport = 'ssl')
{
    $context = stream_context_create(['ssl' => $ssl + ['local_cert' => certified()], 'socket' => ['backlog' => 512]]);
    $flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
    return stream_socket_server("$transport://127.0.0.1:0", $errno, $error, $flags, $context);
}

/** @param resource $listener */
function port_of($listener): int
{
    return (int) substr(strrchr(stream_socket_get_name($listener, false), ':'), 1);
}

/** The next connection, on which a read waits for 15 s at most; false with its warnings. @return resource|false */
function taken($listener)
{
    $connection = told(fn () => stream_socket_accept($listener, 30));
    $connection && stream_set_timeout($connection, 15);
    return $connection;
}

/** What was agreed on. @param resource $connection */
function agreed($connection): string
{
    $crypto = stream_get_meta_data($connection)['crypto'];
    return implode(' ', array_diff_key($crypto, ['cipher_version' => 0, 'cipher_bits' => 0]));
}

/** A client of ours, false with its warnings. @param array<string, mixed> $ssl @return resource|false */
function tls_client(int $port, array $ssl = [], string $transport = 'ssl', string $host = '127.0.0.1')
{
    $context = stream_context_create(['ssl' => $ssl + ['cafile' => authority(), 'peer_name' => 'localhost']]);
    $connect = fn () => stream_socket_client("$transport://$host:$port", $errno, $error, 30, STREAM_CLIENT_CONNECT, $context);
    $connection = told($connect);
    $connection && stream_set_timeout($connection, 15);
    return $connection;
}

/** The common name of a certificate that a context option captured. @param resource $connection */
function captured($connection): string
{
    return openssl_x509_parse(stream_context_get_options($connection)['ssl']['peer_certificate'])['subject']['CN'];
}
