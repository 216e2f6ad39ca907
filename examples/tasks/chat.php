<?php
// A chat for browsers: chat.html gets what is said by Server-Sent Events, and says something by POST.
// Usage: bin/run examples/tasks/chat.php [ADDRESS]
declare(strict_types=1);

require __DIR__ . '/../inc/http.php';
require __DIR__ . '/../inc/serve.php';

use Uvstream\{Channel, ClosedException, TimeoutException};
use function Uvstream\timeout;

final class Chat
{
    /** @var array<int, Channel<string>> One for each who listens. */
    private array $listeners = [];
    /** @var list<string> What newcomers get first. */
    private array $last = [];

    public function say(string $text): void
    {
        $event = 'data: ' . json_encode($text, JSON_INVALID_UTF8_SUBSTITUTE) . "\n\n";
        $this->last = array_slice([...$this->last, $event], -20);
        foreach ($this->listeners as $id => $listener) {
            if (count($listener) < 100) {
                $listener->send($event); // there is room: it does not wait
            } else {
                $listener->close(); // who reads too slowly holds nobody up; its browser comes again
                unset($this->listeners[$id]);
            }
        }
    }

    /** @param resource $connection */
    public function listen($connection): void
    {
        /** @var Channel<string> $mine */
        $mine = new Channel(100);
        $this->listeners[] = $mine;
        $id = array_key_last($this->listeners);
        $event = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n\r\n" . implode($this->last);
        try {
            while (@fwrite($connection, $event)) {
                try {
                    $event = timeout(15, $mine->receive(...));
                } catch (TimeoutException) {
                    $event = ": nothing new\n\n"; // this finds out who has left
                }
            }
        } catch (ClosedException) {
        } finally {
            unset($this->listeners[$id]);
        }
    }

    /** @param resource $connection */
    public function connection($connection): void
    {
        for ($in = ''; $request = read_request($connection, $in);) {
            $asked = "$request->method $request->target";
            if ($asked === 'GET /events' && !$request->error) {
                $this->listen($connection);
                return;
            }
            $type = $asked === 'GET /' ? 'text/html; charset=utf-8' : 'text/plain';
            @fwrite($connection, $request->response($request->answer($this->answer(...)), $request->close, $type));
            if ($request->close) {
                return;
            }
        }
    }

    /** @return array{int, string} */
    private function answer(string $method, string $target, string $body): array
    {
        if ("$method $target" === 'POST /say') {
            $this->say(substr($body, 0, 1000));
            return [200, ''];
        }
        return $target === '/' ? [200, (string) file_get_contents(__DIR__ . '/chat.html')] : [404, "Not here\n"];
    }
}

$server = listen($argv[1] ?? 'tcp://127.0.0.1:0');
echo 'Open http://', stream_socket_get_name($server, false), "/ in two windows.\n";
serve_each($server, (new Chat())->connection(...), grace: 1);
