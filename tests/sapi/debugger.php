<?php
// Step debugging with Xdebug.

/** A script whose lines are these. */
function debugged(string $code): Debugger
{
    file_put_contents(DIR . '/script.php', "<?php\n$code");
    return new Debugger(DIR . '/script.php');
}

const DEBUGGED = <<<'PHP'
    function serve($server) {
        $peer = stream_socket_accept($server, 20);
        $line = fgets($peer);
        fwrite($peer, strtoupper($line));
        return trim($line);
    }
    $server = stream_socket_server('unix://' . __DIR__ . '/peer');
    $line = serve($server);
    $read = [$server];
    $count = stream_select($read, $write, $except, 0, 1000);
    echo "$line $count\n";
    PHP;

foreach (['step_into' => 'into', 'step_over' => 'over'] as $command => $how) {
    scenario("debugger: stepping $how what accepts, reads and selects", function () use ($command) {
        $debugger = debugged(DEBUGGED);
        $client = null;
        for ($i = 0; $i < 30 && ($place ?? '') !== 'stopping'; ++$i) {
            $debugger->send($i === 0 ? 'step_into' : $command); // at the start there is nothing to step over
            // The accept's line waits for a client, the read's for a text.
            if (!$client && ($place ?? '') === ($command === 'step_into' ? '3' : '9')) {
                await_sleep($debugger->pid());
                $client = stream_socket_client('unix://' . DIR . '/peer');
                await_sleep($debugger->pid());
                fwrite($client, "text\n");
            }
            echo $place = $debugger->place(), ' ';
        }
        echo "\n", $debugger->finish(), fgets($client);
    });
}

scenario('debugger: a breakpoint behind a wait, and what is seen there', function () {
    $debugger = debugged(DEBUGGED);
    $debugger->ask('breakpoint_set -t line -f file://' . DIR . '/script.php -n 5');
    $debugger->send('run');
    $client = await('the script listens', fn () => @stream_socket_client('unix://' . DIR . '/peer'));
    await_sleep($debugger->pid());
    fwrite($client, "text\n");
    echo $debugger->place(), "\n";
    preg_match_all('/where="(.*?)"/', $debugger->raw('stack_get'), $found);
    echo json_encode($found[1]), "\n";
    preg_match('/CDATA\[(.*?)\]/', $debugger->raw('eval -- ' . base64_encode('$line')), $value);
    check(base64_decode($value[1]) === "text\n", 'a variable: ' . $value[1]);
    preg_match('/CDATA\[(.*?)\]/', $debugger->raw('eval -- ' . base64_encode('stream_get_meta_data($peer)["stream_type"]')), $value);
    echo base64_decode($value[1]), "\n", $debugger->finish();
});

scenario('debugger: a breakpoint in a signal handler that runs within a wait', function () {
    $debugger = debugged(<<<'PHP'
        pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, function () use (&$count) {
            $count = ($count ?? 0) + 1;
            $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
            fwrite($pair[0], "$count\n");
            echo fgets($pair[1]);
        });
        $server = stream_socket_server('unix://' . __DIR__ . '/peer');
        while (!$peer = @stream_socket_accept($server, 20));
        echo fgets($peer);
        PHP);
    $debugger->ask('breakpoint_set -t line -f file://' . DIR . '/script.php -n 4');
    $debugger->send('run');
    await('the script listens', fn () => file_exists(DIR . '/peer'));
    for ($i = 1; $i <= 2; ++$i) {
        await_sleep($debugger->pid());
        posix_kill($debugger->pid(), SIGUSR1);
        check(($at = $debugger->place()) === '4', "the breakpoint: $at");
        check(substr_count($stack = $debugger->raw('stack_get'), '<stack ') === 3, "the handler's frame below the wait's: $stack");
        foreach (['5', '6', '7'] as $line) check(($at = $debugger->ask('step_into')) === $line, "a step: $at instead of $line");
        $debugger->send('run'); // the wait ends, and the next one begins
    }
    await_sleep($debugger->pid());
    fwrite(stream_socket_client('unix://' . DIR . '/peer'), "text\n");
    check($debugger->place() === 'stopping', 'the end');
    check(($text = $debugger->finish()) === "1\n2\ntext\n", "what it prints: $text");
}, only: 'uvstream');

scenario('debugger: a breakpoint in each of three tasks, with its own stack and variables', function () {
    $debugger = debugged(<<<'PHP'
        use function Uvstream\{delay, run, spawn};
        function work($name, $count) {
            for ($i = 0; $i < $count; ++$i) {
                delay(0.001);
                $seen = "$name $i";
            }
            return $seen;
        }
        run(function () {
            foreach (['a', 'b', 'c'] as $name) {
                $tasks[] = spawn(function () use ($name) { return work($name, 2); });
            }
            foreach ($tasks as $task) echo $task->await(), "\n";
        });
        PHP);
    $debugger->ask('breakpoint_set -t line -f file://' . DIR . '/script.php -n 8');
    foreach (['a', 'b', 'c'] as $name) {
        check(($at = $debugger->ask('run')) === '8', "the breakpoint in task $name: $at");
        $stack = $debugger->raw('stack_get');
        check(substr_count($stack, '<stack ') === 3, "the task's two frames, and Xdebug's own of its Fiber: $stack");
        check(str_contains($stack, 'where="work"') && str_contains($stack, '{closure'), "the task's own functions: $stack");
        foreach (['$name' => $name, '$seen' => "$name 1", '$i' => '2'] as $variable => $value) {
            preg_match('/CDATA\[(.*?)\]/', $debugger->raw('eval -- ' . base64_encode("(string) $variable")), $got);
            check(base64_decode($got[1] ?? '') === $value, "$variable in task $name: " . base64_decode($got[1] ?? ''));
        }
    }
    check(($text = $debugger->finish()) === "a 1\nb 1\nc 1\n", "what it prints: $text");
}, only: 'uvstream');
