<?php
// PHP's built-in web server.

scenario('built-in: a request waits while another worker brings what it waits for', function () {
    $server = new Workers(environment: ['PHP_CLI_SERVER_WORKERS' => '3']);
    for ($i = 0; $i < 10; ++$i) {
        $path = DIR . "/meet$i";
        $waiting = $server->begin("\$s = stream_socket_server('unix://$path'); \$c = stream_socket_accept(\$s, 20);
            fwrite(\$c, 'hello'); echo fgets(\$c), getmypid();");
        await('a request waits', fn () => @filetype($path) === 'socket');
        $answer = $server->ask("while (!(\$c = @stream_socket_client('unix://$path'))) usleep(1000);
            echo fread(\$c, 5), getmypid(); fwrite(\$c, \"world\n\");");
        $other = $server->finish($waiting);
        check(str_starts_with($answer, 'hello') && str_starts_with($other, "world\n"), "both answer: $answer, $other");
        check(substr($answer, 5) !== substr($other, 6), 'by different workers');
    }
    echo "10 pairs\n";
});

const ENDS = [ // what a signal handler does, and what comes of it
    'an exit' => ['exit("exit\n");', '^exit\n$'],
    'a fatal error' => ['@trigger_error("fatal", E_USER_ERROR);', '^\nFatal error: fatal in .*\n$'],
    'an exception' => ['throw new Exception("thrown");', 'Uncaught Exception: thrown'],
    'a close' => ['fclose($GLOBALS["stream"]); fclose($GLOBALS["other"]); echo "closed\n";', '^closed\nbool\(false\)\nafter$'],
];
const WAITS = [
    'accept' => 'var_dump(@stream_socket_accept($stream, 10));',
    'read' => '$server = $stream; $stream = stream_socket_client("tcp://" . stream_socket_get_name($server, false));
        var_dump(fread($stream, 10));',
    'look-up' => 'var_dump(@stream_socket_client("tcp://slow.test:9", $code, $text, 10));',
];

foreach (ENDS as $what => [$end, $said]) {
    foreach (WAITS as $wait => $code) {
        if ($what === 'a close' && $wait === 'look-up') continue; // nothing of the look-up's is there to be closed
        scenario("built-in: $what in a signal handler within a wait ($wait)", function () use ($end, $said, $code) {
            $server = new Builtin();
            $server->ask(LEFTOVERS['a look-up']);
            $before = $server->ask(SHOW_DESCRIPTORS);
            // After a fatal error in a handler pcntl has all signals blocked, on stock PHP too.
            $is_fatal = str_contains($end, 'E_USER_ERROR');
            for ($i = 0; $i < ($is_fatal ? 1 : 3); ++$i) {
                $waiting = $server->begin("\$other = stream_socket_pair(1, 1, 0)[0]; \$stream = stream_socket_server('tcp://127.0.0.1:0');
                    pcntl_async_signals(true); pcntl_signal(SIGUSR1, function () { $end });
                    touch('" . DIR . "/now'); $code echo 'after';");
                await('it begins', fn () => file_exists(DIR . '/now'));
                await_sleep($server->pid());
                unlink(DIR . '/now');
                posix_kill($server->pid(), SIGUSR1);
                $answer = $server->finish($waiting);
                check(preg_match("/$said/", $answer) === 1, "what the handler does: $answer");
            }
            touch(DIR . '/gate'); // abandoned look-ups end
            await('nothing is left', fn () => $server->ask(SHOW_DESCRIPTORS) === $before);
            if ($is_fatal) $server->kill();
        }, only: 'uvstream');
    }
}
