<?php
declare(strict_types=1);

use React\Dns\Model\Message;
use React\Dns\Model\Record;
use React\Dns\Protocol\BinaryDumper;
use React\Dns\Protocol\Parser;
use React\EventLoop\Loop;
use React\Socket\ConnectionInterface;
use React\Socket\SocketServer;

/** A name server on a port of 127.0.0.1, UDP and TCP, in React's loop. $answer gets a query's name, type, and 'udp' or 'tcp'. */
final class NameServer
{
    public readonly string $address;
    public array $queries = [];
    private mixed $udp;
    private SocketServer $tcp;
    private Parser $parser;

    /** @param callable $answer returns Records, or a response code, or null for no answer; or [Records, truncated] */
    public function __construct(private readonly Closure $answer)
    {
        $this->parser = new Parser();
        do { // until TCP is free, too
            $this->udp = stream_socket_server('udp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND);
            $address = stream_socket_get_name($this->udp, false);
            $tcp = @stream_socket_server("tcp://$address");
        } while ($tcp === false && fclose($this->udp));
        fclose($tcp);
        $this->address = $address;
        $this->tcp = new SocketServer($this->address);
        Loop::addReadStream($this->udp, function () {
            $query = stream_socket_recvfrom($this->udp, 512, 0, $peer);
            $this->reply($query, 'udp', fn (string $reply) => stream_socket_sendto($this->udp, $reply, 0, $peer));
        });
        $this->tcp->on('connection', function (ConnectionInterface $connection) {
            $buffer = '';
            $connection->on('data', function (string $data) use ($connection, &$buffer) {
                $buffer .= $data;
                while (strlen($buffer) > 2 && strlen($buffer) >= 2 + $length = unpack('n', $buffer)[1]) {
                    $query = substr($buffer, 2, $length);
                    $buffer = substr($buffer, 2 + $length);
                    $this->reply($query, 'tcp', fn (string $reply) => $connection->write(pack('n', strlen($reply)) . $reply));
                }
            });
        });
    }

    private function reply(string $query, string $over, callable $send): void
    {
        $query = $this->parser->parseMessage($query);
        [$name, $type] = [$query->questions[0]->name, $query->questions[0]->type];
        $this->queries[] = "$name/$type/$over";
        $answer = ($this->answer)($name, $type, $over, $send, $query->id);
        if ($answer === null) {
            return;
        }
        $reply = Message::createResponseWithAnswersForQuery($query->questions[0], []);
        $reply->id = $query->id;
        if (is_int($answer)) {
            $reply->rcode = $answer;
        } elseif (is_bool($answer[1] ?? null)) {
            [$reply->answers, $reply->tc] = $answer;
        } else {
            $reply->answers = $answer;
        }
        $send((new BinaryDumper())->toBinary($reply));
    }

    public function close(): void
    {
        Loop::removeReadStream($this->udp);
        fclose($this->udp);
        $this->tcp->close();
    }
}

/** A record that answers a question for $name. */
function record(string $name, int $type, mixed $data): Record
{
    return new Record($name, $type, Message::CLASS_IN, 300, $data);
}
