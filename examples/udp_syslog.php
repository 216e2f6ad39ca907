<?php
// Receives syslog messages by UDP, RFC 5424's and the older RFC 3164's, and prints a line for each. Plain stream functions,
// the same on stock PHP.
// Usage: bin/run examples/udp_syslog.php [ADDRESS]
//
//     logger --server 127.0.0.1 --port 5514 --udp 'the disk is full'
declare(strict_types=1);

const MOST_BYTES = 8192; // of a message: what is longer is cut
const FACILITIES = ['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp',
    'ntp', 'audit', 'alert', 'clock', 'local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7'];
const SEVERITIES = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

/** `facility.severity host program: text`; null if it is none of these messages. */
function line_of(string $message): ?string
{
    if (!preg_match('~^<(\d{1,3})>(.*)$~sD', $message, $found) || $found[1] > 191) {
        return null;
    }
    $priority = (int) $found[1];
    // <34>1 2026-01-31T22:14:15.003Z host program 123 ID47 [data] text       or  <34>Jan 31 22:14:15 host program[123]: text
    $data = '(?:-|(?:\[(?:[^"\]]|"(?:[^"\\\\]|\\\\.)*+")*+\])++)';
    if (preg_match("~^1 \S+ (\S+) (\S+) \S+ \S+ $data ?(?:\xEF\xBB\xBF)?(.*)$~sD", $found[2], $part)
        || preg_match('~^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (\S+) ([^\s:\[]+)(?:\[\d*\])?: ?(.*)$~sD', $found[2], $part)) {
        $text = "$part[1] $part[2]: $part[3]";
    } else {
        $text = $found[2]; // many senders keep to neither
    }
    return FACILITIES[$priority >> 3] . '.' . SEVERITIES[$priority & 7] . " $text";
}

$address = $argv[1] ?? 'udp://127.0.0.1:5514';
// By default a second process could bind it, too, and have the messages. (Stock PHP knows this option since 8.6.)
$context = stream_context_create(['socket' => ['so_reuseaddr' => false]]);
$socket = @stream_socket_server($address, $errno, $errstr, STREAM_SERVER_BIND, $context);
if (!$socket) {
    fwrite(STDERR, "Cannot listen on $address: $errstr\n");
    exit(1);
}
pcntl_async_signals(true); // a handler runs also within the wait below
foreach ([SIGTERM, SIGINT] as $signal) {
    pcntl_signal($signal, function (): never {
        echo "stopped\n";
        exit(0);
    });
}
echo 'It receives on ', stream_socket_get_name($socket, false), "\n";
for (;;) {
    $message = @stream_socket_recvfrom($socket, MOST_BYTES, 0, $peer);
    if ($message === false || !is_string($peer)) {
        continue;
    }
    $line = line_of($message) ?? 'no syslog message, ' . strlen($message) . ' bytes';
    // Control characters in a log move the cursor of who reads it, or look like further lines.
    echo $peer, ' ', addcslashes(rtrim($line, "\r\n"), "\0..\37\177\\"), "\n";
}
