<?php
// What holds for every kind of server: nothing is kept from one request to the next but persistent streams.

const SERVERS = ['fpm' => Fpm::class, 'built-in' => Builtin::class, 'embedded' => Embed::class];

/** What a request may leave behind. */
const LEFTOVERS = [
    'a listener' => <<<'PHP'
        $GLOBALS['kept'] = $kept = stream_socket_server('tcp://127.0.0.1:0');
        echo strlen(stream_socket_get_name($kept, false)) > 10 ? 'listens' : 'fails';
        PHP,
    'a connection' => <<<'PHP'
        class Holder { static $all; }
        $server = stream_socket_server('tcp://127.0.0.1:0');
        Holder::$all[] = $client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
        Holder::$all[] = $accepted = stream_socket_accept($server);
        fwrite($client, "text\n");
        echo fgets($accepted);
        PHP,
    'contexts' => <<<'PHP'
        stream_context_set_default(['socket' => ['tcp_nodelay' => true], 'uvstream' => ['cloexec' => false]]);
        $GLOBALS['kept'] = stream_socket_server('tcp://127.0.0.1:0', $code, $text, 12, stream_context_create(['socket' => ['backlog' => 5]]));
        echo json_encode(stream_context_get_options($GLOBALS['kept']));
        PHP,
    'a loop' => <<<'PHP'
        for ($i = 0; $i < 40; ++$i) $all[] = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
        $last = end($all);
        for ($i = 0; $i < 3; ++$i) {
            fwrite(stream_socket_client('udp://' . stream_socket_get_name($last, false)), 'text');
            $read = $all;
            echo stream_select($read, $write, $except, 5), key($read), fread(current($read), 10), "\n";
        }
        PHP,
    'a look-up' => <<<'PHP'
        $server = stream_socket_server('tcp://127.0.0.1:0');
        $kept = stream_socket_client('tcp://localhost:' . substr(strrchr(stream_socket_get_name($server, false), ':'), 1));
        echo is_resource($kept) ? 'found' : 'not found';
        PHP,
    'a fatal error' => <<<'PHP'
        $kept = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $server = stream_socket_server('tcp://127.0.0.1:0');
        nowhere();
        PHP,
    'a fatal error within a write' => <<<'PHP'
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        fclose($theirs);
        set_error_handler(fn () => @trigger_error('fatal', E_USER_ERROR));
        register_shutdown_function(function () { fclose($GLOBALS['ours'] ?? fopen('php://memory', 'r')); echo "closed\n"; });
        fwrite($ours, 'text');
        echo 'not reached';
        PHP,
    'an exit within a wait' => <<<'PHP'
        class Slow {
            public $context;
            function stream_open() { return true; }
            function stream_read($count) { stream_socket_accept($GLOBALS['server'] = stream_socket_server('tcp://127.0.0.1:0'), 0.05); exit("exit\n"); }
            function stream_eof() { return false; }
            function stream_stat() { return []; }
        }
        stream_wrapper_register('slow', 'Slow');
        set_error_handler(fn () => true);
        stream_copy_to_stream(fopen('slow://', 'r'), fopen('php://memory', 'w'));
        echo 'not reached';
        PHP,
];

foreach (SERVERS as $kind => $class) {
    foreach (LEFTOVERS as $what => $code) {
        scenario("$kind: nothing is kept of $what", function () use ($class, $code) {
            $server = new $class();
            $server->ask(LEFTOVERS['a look-up']); // libuv has a pipe for as long as the process lives
            $before = $server->ask(SHOW_DESCRIPTORS);
            for ($i = 0; $i < 3; ++$i) echo $server->ask($code), "\n";
            $after = $server->ask(SHOW_DESCRIPTORS);
            check(preg_match('/^\{.*\} \d \[\]$/', $before) === 1, "descriptors are shown: $before");
            check($after === $before, "nothing is left: $after");
        });
    }

    scenario("$kind: many requests in one process", function () use ($class) {
        $server = new $class();
        $pid = null;
        for ($i = 0; $i < 200; ++$i) {
            $answer = $server->ask('$s = stream_socket_server("tcp://127.0.0.1:0");
                $c = stream_socket_client("tcp://" . stream_socket_get_name($s, false));
                fwrite($c, "text\n"); echo fgets(stream_socket_accept($s)), getmypid(), " ", count(scandir("/proc/self/fd"));');
            check(str_starts_with($answer, "text\n"), "an answer: $answer");
            $answers[$answer] = true;
        }
        check(count($answers) === 1, 'one process, as many descriptors: ' . json_encode(array_keys($answers)));
    });

    foreach (['tcp', 'unix'] as $transport) {
        scenario("$kind: a persistent $transport stream is the same in the next request, and replaced when its peer closes",
            function () use ($class, $transport) { persistent_streams(new $class(), $transport); });
    }

    scenario("$kind: a look-up that is given up does not outlive its end", function () use ($class) {
        $server = new $class();
        $server->ask(LEFTOVERS['a look-up']);
        $before = $server->ask(SHOW_DESCRIPTORS);
        $code = 'var_dump(@stream_socket_client("tcp://slow.test:9", $code, $text, 0.05), $code === 110);';
        check($server->ask($code) . $server->ask($code) === str_repeat("bool(false)\nbool(true)\n", 2), 'timeouts');
        check($server->ask(SHOW_DESCRIPTORS) !== $before, 'the loop is there');
        // While it lasts, other requests go on, through the loop.
        echo $server->ask(LEFTOVERS['a connection']), $server->ask(LEFTOVERS['a loop']);
        touch(DIR . '/gate');
        await('the look-up\'s loop closes', fn () => $server->ask(SHOW_DESCRIPTORS) === $before);
    }, only: 'uvstream');
}

function persistent_streams(Server $server, string $transport): void
{
    $listener = stream_socket_server($transport === 'tcp' ? 'tcp://127.0.0.1:0' : 'unix://' . DIR . '/peer');
    $address = "$transport://" . stream_socket_get_name($listener, false);
    [, $target, $port] = $transport === 'tcp' ? preg_split('~://|:(?=\d+$)~', $address) : ['', $address, '-1'];
    foreach (['stream_socket_client("' . $address . '", $code, $text, 5, STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT)',
        "pfsockopen('$target', $port, \$code, \$text, 5)"] as $open) {
        $code = '$s = ' . $open . '; fwrite($s, "text\n"); var_dump(get_resource_type($s), stream_get_meta_data($s)["eof"]);';
        $peer = null;
        foreach (['new', 'kept', 'kept', 'replaced', 'kept', 'closed by the script', 'new'] as $what) {
            if ($what === 'replaced') stream_socket_shutdown($peer, STREAM_SHUT_RDWR);
            echo "$what: ", $server->ask($what === 'closed by the script' ? "$code fclose(\$s);" : $code);
            $fresh = @stream_socket_accept($listener, 0);
            echo $fresh ? 'a new connection, ' : 'the same connection, ';
            $peer = $fresh ?: $peer;
            stream_set_timeout($peer, 5);
            echo fgets($peer);
        }
        echo $server->ask("fclose($open);");
    }
    $server->stop();
    // Nothing is left open by a server that has ended.
    echo json_encode([fread($peer, 1), feof($peer)]), "\n";
}
