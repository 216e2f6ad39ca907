<?php
// FPM: children that end and are replaced, pools with settings of their own.

const SERVES = '$s = stream_socket_server("tcp://127.0.0.1:0");
    $c = stream_socket_client("tcp://" . stream_socket_get_name($s, false));
    fwrite($c, "served "); echo fread(stream_socket_accept($s), 7), getmypid();';

scenario('fpm: pm.max_requests ends children, and service goes on', function () {
    $server = new Fpm(['www' => ['pm.max_requests' => 3]]);
    $listener = stream_socket_server('tcp://127.0.0.1:0');
    $port = substr(strrchr(stream_socket_get_name($listener, false), ':'), 1);
    for ($i = 0; $i < 12; ++$i) {
        $answer = $server->ask(SERVES . " \$GLOBALS['p'] = pfsockopen('127.0.0.1', $port); fwrite(\$GLOBALS['p'], 'x');");
        check(str_starts_with($answer, 'served '), "an answer: $answer");
        $pids[] = substr($answer, 7);
        if ($fresh = @stream_socket_accept($listener, 0)) $peers[] = $fresh;
    }
    echo implode(' ', array_count_values($pids)), ' requests, ', count($peers), " persistent connections\n";
    foreach ($peers as $peer) {
        stream_set_timeout($peer, 10);
        echo json_encode(stream_get_contents($peer)), "\n"; // until the child has ended
    }
});

scenario('fpm: a graceful reload loses no request', function () {
    $server = new Fpm(['www' => ['pm.max_children' => 2]]);
    $listener = stream_socket_server('unix://' . DIR . '/peer');
    for ($reload = 1; $reload <= 3; ++$reload) {
        $waiting = $server->begin("\$c = stream_socket_client('unix://" . DIR . "/peer'); echo fgets(\$c);");
        $peer = stream_socket_accept($listener, 20);
        posix_kill($server->pid(), SIGUSR2);
        await('the reload begins', fn () => substr_count(Fpm::log(), 'Reloading in progress') === $reload);
        fwrite($peer, "waited\n");
        check($server->finish($waiting) === "waited\n", 'a request that was under way is answered');
        await("new children\n" . Fpm::log(), fn () => substr_count(Fpm::log(), 'ready to handle') === $reload + 1);
        for ($i = 0; $i < 20; ++$i) check(str_starts_with($answer = (string) $server->ask(SERVES), 'served '), "an answer: $answer");
    }
    echo "three reloads\n";
});

scenario('fpm: functions that a pool disables are gone there, and only there', function () {
    $names = 'stream_socket_server,stream_socket_accept,stream_select,stream_get_contents,stream_socket_pair,fclose';
    $server = new Fpm(['www' => [], 'bare' => ['php_admin_value[disable_functions]' => $names, 'pm.max_requests' => 4]]);
    for ($i = 0; $i < 10; ++$i) {
        foreach (explode(',', $names) as $name) {
            $code = "try { var_dump(function_exists('$name')); $name(); } catch (Error \$e) { echo get_class(\$e), ': ', \$e->getMessage(); }";
            $answer = $server->ask_pool('bare', $code);
            if ($i < 2) echo $answer, "\n";
        }
        $use = '$listener = @fsockopen("udp://127.0.0.1", 9); fwrite($listener, "x"); unset($listener);
            $m = fopen("php://memory", "w+"); fwrite($m, "text"); rewind($m); echo fread($m, 10), "\n";';
        check($server->ask_pool('bare', $use) === "text\n", 'what is not disabled works');
        check(str_starts_with($server->ask(SERVES), 'served '), 'the other pool serves');
    }
});

scenario('fpm: request_terminate_timeout ends a child that waits in accept', function () {
    $server = new Fpm(['www' => ['request_terminate_timeout' => '1s']]);
    $answer = $server->ask('$s = stream_socket_server("unix://' . DIR . '/listener"); stream_socket_accept($s, 50); echo "not reached";');
    var_dump($answer, (bool) @stream_socket_client('unix://' . DIR . '/listener'));
    check(str_starts_with((string) $server->ask(SERVES), 'served '), 'a new child serves');
});

foreach ([1, 0] as $enable) {
    scenario("fpm: uvstream.enable=$enable is php.ini's, whatever a pool says", function () use ($enable) {
        $other = 1 - $enable;
        $server = new Fpm([
            'plain' => [],
            'value' => ['php_admin_value[uvstream.enable]' => $other, 'pm.max_requests' => 2],
            'flag' => ['php_admin_flag[uvstream.enable]' => $other ? 'on' : 'off'],
            'user' => ['php_value[uvstream.enable]' => $other],
        ], ['uvstream.enable' => $enable]);
        // What is in force, and what is shown.
        $code = 'echo json_encode([@stream_socket_server("udp://127.0.0.1:0", $errno), $errno, ini_get("uvstream.enable"),
            ini_get_all("uvstream")]), "\n"; ob_start(); (new ReflectionExtension("uvstream"))->info();
            preg_match_all("/^(uvstream.(?:support|enable)|Transports) => .*/m", ob_get_clean(), $found);
            echo implode("\n", $found[0]);';
        $plain = $server->ask($code);
        check(str_contains($plain, $enable ? '[false,95,"1",' : '[false,0,"0",'), "as php.ini says: $plain");
        foreach (['value', 'flag', 'user', 'value', 'value'] as $pool) {
            check(($answer = $server->ask_pool($pool, $code)) === $plain, "pool $pool: $answer\ninstead of $plain");
        }
        $answer = $server->ask_pool('plain', $code, ['PHP_ADMIN_VALUE' => "uvstream.enable=$other"]);
        check($answer === $plain, "a request's own setting: $answer");
        check(($answer = $server->ask($code)) === $plain, "the request after it: $answer");
        check(str_starts_with((string) $server->ask(SERVES), 'served '), 'it serves');
    }, only: 'uvstream');
}
