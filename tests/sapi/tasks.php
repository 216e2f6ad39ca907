<?php
// Tasks that a page leaves waiting at its end: its body is whole, whoever buffers it, and the next request finds nothing.

const LEAVES_TASKS = <<<'PHP'
    [$ours, $theirs] = $GLOBALS['pair'] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $waits = [fn () => Uvstream\delay(60), fn () => fread($ours, 1), fn () => stream_socket_accept($server, -1),
        fn () => (new Uvstream\Channel)->receive()];
    for ($i = 0; $i < 40; ++$i) {
        Uvstream\spawn(function () use ($waits, $i) {
            try {
                $waits[$i % 4]();
            } finally {
                echo '.';
            }
        });
    }
    echo 'head ';
    Uvstream\delay(0);
    echo 'body ';
    PHP;

const TASKS_ENDS = [ // how the page ends, and what of the tasks' runs then
    'returns' => ['', true],
    'exits' => ['exit;', true],
    'exits in a task' => ['Uvstream\spawn(fn () => exit); Uvstream\delay(60);', true],
    'exits in a shutdown function' => ['register_shutdown_function(fn () => exit);', true],
    'fails' => ['@trigger_error("fatal", E_USER_ERROR);', false],
    'fails in a task' => ['Uvstream\spawn(fn () => @trigger_error("fatal", E_USER_ERROR)); Uvstream\delay(60);', false],
];

const SHOW_REMAINS = SHOW_DESCRIPTORS . <<<'PHP'

    echo substr_count(file_get_contents('/proc/self/maps'), "\n"), ' mappings, ';
    echo json_encode(array_intersect_key(Uvstream\stats(), ['tasks' => 0, 'spawned' => 0, 'stacks' => 0]));
    PHP;

foreach (SERVERS as $name => $class) {
    foreach ([0, 4096] as $buffering) {
        scenario("$name: pages whose tasks wait at their end, output_buffering=$buffering", function () use ($class, $buffering) {
            $server = $class === Fpm::class ? new Fpm(settings: ['output_buffering' => $buffering])
                : new $class(['output_buffering' => $buffering]);
            foreach (TASKS_ENDS as $how => [$end, $unwinds]) {
                foreach (['', 'ob_start();'] as $begin) {
                    $code = $begin . LEAVES_TASKS . $end;
                    for ($i = 0; $i < 5; ++$i) {
                        $answer = $server->ask($code);
                        $tail = $unwinds ? str_repeat('.', 40) : '';
                        check(str_starts_with($answer, "head body $tail"), "a page that $how is whole: $answer");
                        check($unwinds || !str_contains(substr($answer, 10), '..'), "nothing of a task's runs: $answer");
                        $remains = $server->ask(SHOW_REMAINS);
                        if ($i > 1) check($remains === $before, "the request after one that $how finds nothing: $before, $remains");
                        $before = $remains;
                    }
                }
            }
        }, only: 'uvstream');
    }
}
