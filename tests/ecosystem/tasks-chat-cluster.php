<?php
// extension: igbinary redis
// needs: haproxy redis-server
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';
require dirname(__DIR__, 2) . '/examples/chat-cluster/chat_client.php';

use function Uvstream\{delay, group};

const CLIENTS = 200;
const SAYINGS = 4; // of each

/** examples/chat-cluster: HAProxy, Redis, and two processes. */
final class Cluster
{
    public string $address;
    private string $redis;
    /** @var array<string, resource> */
    private array $running = [];

    public function __construct()
    {
        $this->redis = temp_path('redis.sock');
        $this->startRedis();
        $this->start('one');
        $this->start('two');
        $port = service('haproxy', function (int $port): array {
            $changes = ['127.0.0.1:9000' => "127.0.0.1:$port", '127.0.0.1:9001' => 'unix@' . temp_path('one'),
                '127.0.0.1:9002' => 'unix@' . temp_path('two')];
            $example = file_get_contents(dirname(__DIR__, 2) . '/examples/chat-cluster/haproxy.cfg');
            file_put_contents(temp_path('haproxy.cfg'), strtr($example, $changes));
            return ['haproxy', '-db', '-f', temp_path('haproxy.cfg')];
        });
        $this->address = "tcp://127.0.0.1:$port";
    }

    public function startRedis(): void
    {
        $this->launch('redis', $this->redis, ['redis-server', '--port', '0', '--unixsocket', $this->redis, '--save', '',
            '--appendonly', 'yes', '--appendfsync', 'always', '--dir', dirname($this->redis)]);
    }

    public function start(string $name): void
    {
        $script = dirname(__DIR__, 2) . '/examples/chat-cluster/server.php';
        $this->launch($name, temp_path($name), php_command($script, 'unix://' . temp_path($name), $this->redis));
    }

    /** Sends it the signal, and waits for its end. */
    public function end(string $name, int $signal): int
    {
        posix_kill(proc_get_status($this->running[$name])['pid'], $signal);
        return proc_close($this->running[$name]);
    }

    private function launch(string $name, string $socket, array $command): void
    {
        @unlink($socket); // of one that was killed
        $this->running[$name] = start_service($name, $command);
        for ($polls = 0; !@fsockopen("unix://$socket"); $polls++) {
            $polls < 1000 || throw new RuntimeException("$name does not start: " . file_get_contents(temp_path("$name.log")));
            usleep(10_000);
        }
    }
}

/** What all clients of a chat have heard meanwhile. */
final class Clients
{
    /** @var array<int, list<string>> of each, in order */
    public array $heard = [];
    public int $welcomes = 0;

    /** Runs the chat, and $disturb, which may call await(). */
    public function __construct(string $address, callable $disturb)
    {
        group(function ($group) use ($address, $disturb): void {
            for ($i = 0; $i < CLIENTS; $i++) {
                $clients[$i] = new ChatClient($address, "client$i");
                $group->spawn($this->listen(...), $i, $clients[$i]);
            }
            while ($this->welcomes < CLIENTS) {
                delay(0.001);
            }
            $group->spawn($disturb, $this);
            for ($saying = 1; $saying <= SAYINGS; $saying++) {
                foreach ($clients as $i => $client) {
                    $client->say("$saying of $i");
                    delay(0);
                }
            }
        });
    }

    /** Until the first client has heard so many of what is said. */
    public function await(float $share): void
    {
        while (count($this->heard[0]) < $share * CLIENTS * SAYINGS) {
            delay(0.001);
        }
    }

    /** The first one says when it is the end; whatever anybody hears by then must have been said. */
    private function listen(int $i, ChatClient $client): void
    {
        $this->heard[$i] = [];
        foreach ($client->listen() as $message) {
            if ($message === null) {
                $this->welcomes++;
            } elseif ($message[2] === 'the end') {
                break;
            } else {
                $this->heard[$i][] = "$message[0] $message[1]: $message[2]";
                $i > 0 || count($this->heard[0]) !== CLIENTS * SAYINGS || $client->say('the end');
            }
        }
    }

    public function areRight(): bool
    {
        $inOrder = true;
        for ($i = 0; $i < CLIENTS; $i++) {
            $his = array_map(fn ($saying) => "client$i $saying: $saying of $i", range(1, SAYINGS));
            $inOrder = $inOrder && array_values(preg_grep("/^client$i /", $this->heard[0])) === $his;
        }
        return holds('each message of each client once, in the order in which he said them', $inOrder)
            && holds('all clients have heard the same', count(array_unique($this->heard, SORT_REGULAR)) === 1);
    }
}

scenario('one of two processes is killed', function () {
    $cluster = new Cluster();
    $clients = new Clients($cluster->address, function (Clients $clients) use ($cluster): void {
        $clients->await(0.3);
        $cluster->end('one', SIGKILL);
    });
    return holds('some had to come back', $clients->welcomes > CLIENTS) && $clients->areRight();
});

scenario('the processes are stopped and started one after the other', function () {
    $cluster = new Cluster();
    $clients = new Clients($cluster->address, function (Clients $clients) use ($cluster): void {
        foreach (['one' => 0.2, 'two' => 0.5] as $name => $share) {
            $clients->await($share);
            holds("$name ends well", $cluster->end($name, SIGTERM) === 0);
            $cluster->start($name);
        }
    });
    return holds('some had to come back', $clients->welcomes > CLIENTS) && $clients->areRight();
});

scenario('Redis is killed, and has kept what was said', function () {
    $cluster = new Cluster();
    $clients = new Clients($cluster->address, function (Clients $clients) use ($cluster): void {
        $clients->await(0.3);
        $cluster->end('redis', SIGKILL);
        $cluster->startRedis();
    });
    return $clients->areRight();
});

scenario('a line that is said again counts once', function () {
    $join = function (string $address, string $greeting) {
        $connection = stream_socket_client($address);
        fwrite($connection, "$greeting\n");
        return [$connection, explode(' ', (string) fgets($connection))];
    };
    $cluster = new Cluster();
    [$old, [$welcome, $number, $position]] = $join($cluster->address, 'JOIN ann');
    echo "$welcome $number\n";
    // Her first connection is not dead, she only believes so.
    [$new] = $join($cluster->address, 'JOIN ann ' . rtrim($position));
    fwrite($old, "1 hello\n");
    $heard = [fgets($old)];
    fwrite($new, "1 hello\n2 you\n3 all\n");
    array_push($heard, fgets($old), fgets($old));
    fwrite($old, "2 you\n3 all\n4 bye\n");
    $heard[] = fgets($old);
    echo implode(array_map(fn ($line) => substr(strstr($line, ' '), 1), $heard));
    [$late, [, $number]] = $join($cluster->address, 'JOIN ann ' . strtok($heard[2], ' '));
    [$lost] = $join($cluster->address, 'JOIN ann 1-1');
    return holds('all connections hear the same', $heard === [fgets($new), fgets($new), fgets($new), fgets($new)])
        && holds('each line is there once', preg_replace('/^.*? ann /', '', $heard) === ["1 hello\n", "2 you\n", "3 all\n", "4 bye\n"])
        && holds('she is told what she has said, and hears what came since', $number === '4' && fgets($late) === $heard[3])
        && holds('who was away too long is told so', fgets($lost) === "LOST\n");
});
