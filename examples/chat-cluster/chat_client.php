<?php
// A client that misses nothing and gets nothing twice, whichever process it comes to, and however often.
declare(strict_types=1);

use function Uvstream\delay;

final class ChatClient
{
    /** Of the last message that has come; null before the first welcome. */
    private ?string $position = null;
    /** How many this name had said before. */
    private int $before = 0;
    private int $said = 0;
    /** @var array<int, string> lines that we have said, by their numbers, and that have not come back */
    private array $unheard = [];
    /** @var ?resource */
    private $connection = null;

    public function __construct(private string $address, private string $name)
    {
    }

    public function say(string $text): void
    {
        $this->unheard[++$this->said] = $text;
        $this->connection === null || $this->send([$this->said => $text]);
    }

    /** All that we have said has come back to us: it is in. */
    public function isHeard(): bool
    {
        return !$this->unheard;
    }

    /**
     * What all say, for ever: the name, its number, and the text. A null is a welcome: from now on nothing is missed.
     *
     * @return Generator<int, ?array{string, int, string}, mixed, never>
     * @throws UnexpectedValueException when it was away for so long that something is missed
     */
    public function listen(): Generator
    {
        for (;; delay(random_int(10, 300) / 1000)) { // all who have lost the same process should not come at once
            $connection = $this->join();
            if (!$connection) {
                continue;
            }
            yield null;
            // (Half a line is what a process leaves that is killed.)
            while (preg_match('~^(\S+) (\w+) (\d+) (.*)\n$~D', $line = (string) @fgets($connection), $found)) {
                [, $this->position, $name, $number, $text] = $found;
                if ($name === $this->name) {
                    unset($this->unheard[(int) $number - $this->before]);
                }
                yield [$name, (int) $number, $text];
            }
            $this->connection = null;
            fclose($connection);
            $line === "LOST\n" && throw new UnexpectedValueException('More was said meanwhile than is kept');
        }
    }

    /** @return ?resource */
    private function join()
    {
        $connection = @stream_socket_client($this->address, $errno, $errstr, 5);
        if (!$connection) {
            return null;
        }
        stream_set_timeout($connection, 86400);
        $join = rtrim("JOIN $this->name $this->position");
        if (!@fwrite($connection, "$join\n") || !preg_match('~^WELCOME (\d+) (\S+)\n$~D', (string) @fgets($connection), $found)) {
            return null;
        }
        if ($this->position === null) {
            [$this->before, $this->position] = [(int) $found[1], $found[2]];
        }
        // What had come in before the connection was lost comes back like all else; the rest is said again.
        $unsaid = array_filter($this->unheard, fn (int $n) => $this->before + $n > (int) $found[1], ARRAY_FILTER_USE_KEY);
        $this->connection = $connection;
        $this->send($unsaid);
        return $connection;
    }

    /** @param array<int, string> $lines */
    private function send(array $lines): void
    {
        $out = '';
        foreach ($lines as $n => $text) {
            $out .= $this->before + $n . " $text\n";
        }
        $this->connection === null || @fwrite($this->connection, $out); // if it fails, listen() sees the connection's end
    }
}
