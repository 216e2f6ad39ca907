<?php
// Session handlers that use sockets: a session is written after uvstream's own request shut-down.

/** A redis server; its port. */
function redis(): int
{
    static $server;
    $port = (int) substr(strrchr(stream_socket_get_name(stream_socket_server('tcp://127.0.0.1:0'), false), ':'), 1);
    $server = proc_open(['redis-server', '--port', "$port", '--bind', '127.0.0.1', '--save', '', '--dir', DIR],
        [1 => ['file', DIR . '/redis.log', 'w'], 2 => ['redirect', 1]], $pipes);
    await('redis serves', fn () => @stream_socket_client("tcp://127.0.0.1:$port"));
    return $port;
}

const COUNTS = 'session_id("abc"); session_start(); $_SESSION["count"] = ($_SESSION["count"] ?? 0) + 1; echo $_SESSION["count"], "\n";';

foreach (['before' => ['UVSTREAM', 'igbinary', 'redis'], 'after' => ['igbinary', 'redis', 'UVSTREAM']] as $when => $extensions) {
    foreach (['' => '', ', persistent' => '&persistent=1'] as $how => $option) {
        scenario("sessions: php-redis, uvstream loaded $when it$how", function () use ($extensions, $option) {
            $port = redis();
            $server = new Builtin(['session.save_handler' => 'redis', 'session.save_path' => "tcp://127.0.0.1:$port?timeout=5$option"],
                extensions: $extensions);
            for ($i = 0; $i < 5; ++$i) echo $server->ask(COUNTS);
            // A script that fails still has its session written.
            echo $server->ask(COUNTS . ' pcntl_async_signals(true); pcntl_signal(SIGUSR1, fn () => 1); nowhere();'), $server->ask(COUNTS);
            $redis = stream_socket_client("tcp://127.0.0.1:$port");
            fwrite($redis, "CLIENT LIST TYPE normal\r\n");
            // The connections that are left: this one, and a persistent one.
            echo substr_count(fread($redis, 1 << 16), 'addr=') - 1, " connections are kept\n";
        });
    }
}

// Speaks redis' protocol over a stream; %s is what happens within the write.
const HANDLER = <<<'PHP'
    class Handler implements SessionHandlerInterface, SessionUpdateTimestampHandlerInterface {
        private $stream;
        function connect() { return stream_socket_client('tcp://127.0.0.1:%1$d', $code, $text, 5, %2$d); }
        function open(string $path, string $name): bool { return (bool) ($this->stream = $this->connect()); }
        function close(): bool { return true; }
        function command(string ...$words) {
            fwrite($this->stream, implode(' ', $words) . "\r\n");
            $line = rtrim(fgets($this->stream));
            return $line[0] === '$' && $line !== '$-1' ? substr(stream_get_contents($this->stream, substr($line, 1) + 2), 0, -2) : $line;
        }
        function read(string $id): string { $data = $this->command('GET', $id); return $data[0] === '$' ? '' : base64_decode($data); }
        function write(string $id, string $data): bool {
            %3$s
            return $this->command('SET', $id, base64_encode($data)) === '+OK';
        }
        function destroy(string $id): bool { return true; }
        function gc(int $lifetime): int { return 0; }
        function validateId(string $id): bool { return true; }
        function updateTimestamp(string $id, string $data): bool { return $this->write($id, $data); }
    }
    session_set_save_handler(new Handler, false);
    PHP;

const CONNECTS = ['a connection' => STREAM_CLIENT_CONNECT, 'a persistent connection' => STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT];

foreach (CONNECTS as $what => $flags) {
    scenario("sessions: a handler over $what", function () use ($flags) {
        $server = new Builtin();
        $code = sprintf(HANDLER, redis(), $flags, '') . COUNTS;
        $server->ask(LEFTOVERS['a look-up']);
        for ($i = 0; $i < 5; ++$i) {
            echo $server->ask($code);
            if ($i === 0) $before = $server->ask(SHOW_DESCRIPTORS);
        }
        check($server->ask(SHOW_DESCRIPTORS) === $before, 'nothing is left');
    });

    scenario("sessions: a look-up, a select and a timeout in the handler's write, over $what", function () use ($flags) {
        $server = new Builtin();
        $code = sprintf(HANDLER, redis(), $flags, <<<'PHP'
            $server = stream_socket_server('tcp://localhost:0');
            $client = stream_socket_client(strtr('tcp://' . stream_socket_get_name($server, false), ['127.0.0.1' => 'localhost', '[::1]' => 'localhost']));
            stream_set_timeout($client, 0, 50000);
            var_dump(fgets($client), stream_get_meta_data($client)['timed_out']);
            $read = [$server, $client];
            var_dump(stream_select($read, $write, $except, 5), @stream_socket_accept($server, 5) !== false);
            PHP) . COUNTS;
        for ($i = 0; $i < 3; ++$i) echo $server->ask($code);
    });

    scenario("sessions: a signal in the handler's write, over $what", function () use ($flags) {
        $server = new Builtin();
        $code = sprintf(HANDLER, $port = redis(), $flags, 'touch("' . DIR . '/now"); $this->command("BRPOPLPUSH", "list", "other", "20");')
            . 'pcntl_async_signals(true); pcntl_signal(SIGUSR1, function () { touch("' . DIR . '/handled"); });' . COUNTS;
        for ($i = 0; $i < 3; ++$i) {
            $request = $server->begin($code);
            await('the write', fn () => file_exists(DIR . '/now'));
            await_sleep($server->pid());
            posix_kill($server->pid(), SIGUSR1);
            await('the handler runs within the wait', fn () => file_exists(DIR . '/handled'));
            fwrite(stream_socket_client("tcp://127.0.0.1:$port"), "RPUSH list one\r\n");
            check($server->finish($request) === $i + 1 . "\n", 'the session counts');
            unlink(DIR . '/now');
            unlink(DIR . '/handled');
        }
    }, only: 'uvstream');

    scenario("sessions: a signal handler that closes the stream and fails in the handler's write, over $what", function () use ($flags) {
        $server = new Builtin();
        $end = 'pcntl_async_signals(true); pcntl_signal(SIGUSR1, function () use ($stream) { fclose($stream); exit(); });';
        $wait = "\$stream = \$this->stream; $end touch('" . DIR . "/now'); \$this->command('BRPOPLPUSH', 'list', 'other', '20');";
        [$plain, $failing] = array_map(fn ($write) => sprintf(HANDLER, $GLOBALS['port'] ??= redis(), $flags, $write) . COUNTS,
            ['', strtr($wait, ['exit()' => '@trigger_error("fatal", E_USER_ERROR)'])]);
        check($server->ask($plain) === "1\n", 'the first request');
        $request = $server->begin($failing);
        await('the write', fn () => file_exists(DIR . '/now'));
        await_sleep($server->pid());
        posix_kill($server->pid(), SIGUSR1);
        check(str_contains($answer = $server->finish($request), 'Fatal error: fatal'), "it fails: $answer");
        // What was not written is not counted, and the stream is a new one.
        foreach ([2, 3, 4] as $count) check(($answer = $server->ask($plain)) === "$count\n", "the requests after it: $answer");
        $server->kill(); // pcntl has its signals blocked
    }, only: 'uvstream');
}
