<?php
// As much of WebSocket (RFC 6455) as a server needs: the handshake, and whole messages. It waits as any plain code does.
declare(strict_types=1);

final class WebSocket
{
    private const MOST_MESSAGE = 65536; // bytes, of all fragments together
    private const TEXT = 1, CLOSE = 8, PING = 9, PONG = 10;

    /** @param resource $connection whose timeout is for how long a client may be silent before it is asked for a sign of life */
    public function __construct(private $connection)
    {
    }

    /** The response that makes a connection of this request's a WebSocket; null if it does not ask for that, or may not. */
    public static function handshake(string $head): ?string
    {
        $header = fn (string $name) => preg_match("~^$name:[ \t]*(.*?)[ \t]*\r$~mi", $head, $found) ? $found[1] : '';
        // A page from elsewhere may not speak in the name of our users; programs send no Origin.
        $origin = $header('Origin') === '' ? $header('Host') : parse_url($header('Origin'), PHP_URL_HOST)
            . rtrim(':' . parse_url($header('Origin'), PHP_URL_PORT), ':');
        $wanted = strtolower($header('Upgrade')) === 'websocket' && $header('Sec-WebSocket-Version') === '13'
            && strlen((string) base64_decode($header('Sec-WebSocket-Key'), true)) === 16;
        return !$wanted || $origin !== $header('Host') ? null
            : "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
            . base64_encode(sha1($header('Sec-WebSocket-Key') . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)) . "\r\n\r\n";
    }

    /**
     * The next message, and whether it is text; null at the end, which was told to the client then.
     *
     * @return ?array{string, bool}
     */
    public function receive(): ?array
    {
        for ($message = '', $kind = 0;;) {
            $frame = $this->frame(self::MOST_MESSAGE - strlen($message));
            if (is_int($frame)) {
                return $this->close($frame);
            }
            [$code, $final, $data] = $frame;
            if ($code === self::CLOSE) {
                return $this->close(strlen($data) < 2 ? 1000 : self::number(substr($data, 0, 2)), false);
            } elseif ($code === self::PING) {
                $this->write(self::PONG, $data);
            } elseif ($code === self::PONG) {
                continue; // that is a sign of life
            } elseif (($code === 0) !== ($kind !== 0) || $code > 2) {
                return $this->close(1002); // no continuation, or one of nothing
            } else {
                [$kind, $message] = [$kind ?: $code, $message . $data];
                if ($final) {
                    $bad = $kind === self::TEXT && !preg_match('//u', $message);
                    return $bad ? $this->close(1007) : [$message, $kind === self::TEXT];
                }
            }
        }
    }

    public function send(string $message, bool $text = true): bool
    {
        return $this->write($text ? self::TEXT : 2, $message);
    }

    /** Says why; the connection itself is closed by who has opened it. $first: the client has not said so before. */
    public function close(int $reason, bool $first = true): null
    {
        $this->write(self::CLOSE, pack('n', $reason));
        // Closing with anything unread would be a reset, which may destroy what we have said: the client is to close first.
        stream_socket_shutdown($this->connection, STREAM_SHUT_WR);
        stream_set_timeout($this->connection, 1);
        for ($i = 0; $first && $i < 100 && (string) @fread($this->connection, 65536) !== ''; ++$i);
        return null;
    }

    /**
     * Opcode, whether it is the message's last, data; or why the connection ends.
     *
     * @return array{int, bool, string}|int
     */
    private function frame(int $most): array|int
    {
        $head = $this->read(2);
        if ($head === null && stream_get_meta_data($this->connection)['timed_out'] && $this->write(self::PING, '')) {
            $head = $this->read(2);
        }
        if ($head === null) {
            return 1001;
        }
        [$first, $length] = [ord($head[0]), ord($head[1]) & 0x7f];
        $control = ($first & 8) !== 0;
        if ($first & 0x70 || !(ord($head[1]) & 0x80) || ($control && ($length > 125 || !($first & 0x80)))) {
            return 1002; // a flag that nobody agreed on, no mask, or a control frame that is too long or in pieces
        }
        if ($length > 125) {
            $more = $this->read($length === 126 ? 2 : 8);
            $length = $more === null ? -1 : self::number($more);
        }
        if ($length < 0 || (!$control && $length > $most)) {
            return 1009; // nothing of it was read: the length alone takes no memory
        }
        $mask = $this->read(4);
        $data = $mask === null ? null : $this->read($length);
        return $data === null ? 1001 : [$first & 15, ($first & 0x80) !== 0, $data ^ substr(str_repeat($mask, $length + 3 >> 2), 0, $length)];
    }

    /** Of big-endian bytes; of eight it may be less than zero. */
    private static function number(string $bytes): int
    {
        return array_reduce(str_split($bytes), fn (int $number, string $byte) => $number << 8 | ord($byte), 0);
    }

    private function read(int $length): ?string
    {
        $data = $length === 0 ? '' : (string) @stream_get_contents($this->connection, $length);
        return strlen($data) === $length ? $data : null;
    }

    private function write(int $code, string $data): bool
    {
        $length = strlen($data);
        $head = chr(0x80 | $code) . ($length < 126 ? chr($length) : ($length < 65536 ? pack('Cn', 126, $length) : pack('CJ', 127, $length)));
        return @fwrite($this->connection, $head . $data) === strlen($head) + $length;
    }
}
