<?php
// Sends a mail by SMTP with STARTTLS. Plain stream functions, the same on stock PHP.
// Usage: bin/run examples/starttls_mail.php HOST:PORT FROM TO [CAFILE] <MESSAGE     the message with its headers
//
// It sends nothing in plain: a server (or whoever sits on the line) that offers no STARTTLS, or whose certificate is not
// HOST's, gets no mail. CAFILE is for certificates that the system does not know.
declare(strict_types=1);

final class SmtpError extends Exception
{
}

/** @param resource $connection */
function send($connection, string $data): void
{
    if (@fwrite($connection, $data) !== strlen($data)) { // a blocking stream takes all, or its time was over
        throw new SmtpError('The server reads nothing');
    }
}

/**
 * Sends a command, and reads the reply, all its lines, which must begin with this digit.
 *
 * @param resource $connection
 */
function ask($connection, string $command, int $wanted): string
{
    send($connection, $command === '' ? '' : "$command\r\n");
    for ($reply = '', $lines = 0; $lines < 100; ++$lines) {
        $line = @fgets($connection, 2048);
        if ($line === false || !preg_match('/^(\d)\d\d([ -]).*\n$/sD', $line, $found)) {
            throw new SmtpError($line === false ? "No answer to $command" : addcslashes('No SMTP server, it says: ' . rtrim(substr($line, 0, 80)), "\0..\37"));
        }
        $reply .= $line;
        if ($found[2] === ' ') {
            return (int) $found[1] === $wanted ? $reply : throw new SmtpError(rtrim($reply));
        }
    }
    throw new SmtpError('A reply without end');
}

function mail_to(string $server, string $from, string $to, string $message, ?string $authorities): void
{
    foreach ([$from, $to] as $address) {
        filter_var($address, FILTER_VALIDATE_EMAIL) ?: throw new SmtpError("$address is no address");
    }
    $host = trim(substr($server, 0, (int) strrpos($server, ':')), '[]');
    $context = stream_context_create(['ssl' => ['peer_name' => $host] + ($authorities === null ? [] : ['cafile' => $authorities])]);
    $connection = @stream_socket_client("tcp://$server", $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context)
        ?: throw new SmtpError("Cannot connect to $server: $errstr");
    ask($connection, '', 2);
    $name = 'EHLO ' . (gethostname() ?: 'localhost');
    if (!preg_match('/^250[ -]STARTTLS\r?$/mi', ask($connection, $name, 2))) {
        throw new SmtpError('The server offers no STARTTLS');
    }
    ask($connection, 'STARTTLS', 2);
    if (@stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_CLIENT) !== true) {
        throw new SmtpError('No TLS: ' . (error_get_last()['message'] ?? 'the server is silent'));
    }
    ask($connection, $name, 2); // what it said before may have been somebody else's
    ask($connection, "MAIL FROM:<$from>", 2);
    ask($connection, "RCPT TO:<$to>", 2);
    ask($connection, 'DATA', 3);
    $lines = (string) preg_replace('/\r\n|\r|\n/', "\r\n", rtrim($message, "\r\n") . "\n");
    send($connection, (string) preg_replace('/^\./m', '..', $lines)); // a dot alone would be the end
    echo substr(ask($connection, '.', 2), 4);
    ask($connection, 'QUIT', 2);
}

if ($argc < 4) {
    fwrite(STDERR, "Usage: starttls_mail.php HOST:PORT FROM TO [CAFILE] <MESSAGE\n");
    exit(2);
}
try {
    mail_to($argv[1], $argv[2], $argv[3], (string) stream_get_contents(STDIN), $argv[4] ?? null);
} catch (SmtpError $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}
