<?php
// A program that embeds PHP, and may end it and begin it anew.

scenario('embedded: PHP ends and begins anew, and keeps no descriptor', function () {
    $server = new Embed();
    $server->ask(LEFTOVERS['a loop']);
    $server->ask(LEFTOVERS['a look-up']);
    $server->tell('end');
    $before = $server->tell('descriptors');
    for ($life = 0; $life < 5; ++$life) {
        foreach (LEFTOVERS as $code) $server->ask($code);
        echo $server->ask('echo "alive\n";');
        $server->tell('end');
        check(($now = $server->tell('descriptors')) === $before, "$now descriptors instead of $before");
    }
});

scenario('embedded: a fatal error in one request, and the next ones serve', function () {
    $server = new Embed();
    for ($i = 0; $i < 3; ++$i) {
        echo $server->ask(LEFTOVERS['a fatal error within a write']), $server->ask(LEFTOVERS['a connection']);
        echo $server->ask('ini_set("memory_limit", "8M"); $s = stream_socket_server("tcp://127.0.0.1:0"); str_repeat("x", 1 << 26);');
        echo $server->ask(LEFTOVERS['a loop']);
    }
});

scenario('embedded: PHP ends within a look-up, keeps no descriptor, and its thread ends well', function () {
    $server = new Embed();
    $server->ask(LEFTOVERS['a look-up']);
    $server->tell('end');
    $before = $server->tell('descriptors');
    for ($life = 0; $life < 3; ++$life) {
        echo $server->ask('var_dump(@stream_socket_client("tcp://slow.test:9", $code, $text, 0.05));');
        check(file_exists(DIR . '/gate.held'), 'the look-up is under way');
        $server->tell('end');
        check($server->tell('descriptors') === $before, 'its loop is closed');
        check($server->tell('threads') === '2', 'its thread is there');
        touch(DIR . '/gate');
        await('its thread ends', fn () => $server->tell('threads') === '1');
        unlink(DIR . '/gate');
        unlink(DIR . '/gate.held');
        echo $server->ask(LEFTOVERS['a look-up']), "\n";
    }
}, only: 'uvstream');

scenario('embedded: the program ends within a look-up', function () {
    $server = new Embed();
    echo $server->ask('var_dump(@stream_socket_client("tcp://slow.test:9", $code, $text, 0.05));');
}, only: 'uvstream');

scenario('embedded: a request that has loaded us by dl() ends within a look-up, whose thread ends well', function () {
    $server = new Embed();
    ini(['extension_dir' => dirname(getenv('SAPI_MODULE')), 'display_startup_errors' => 0], []);
    $look_up = 'dl("uvstream.so"); @stream_socket_client("tcp://slow.test:9", $code, $text, 0.05); echo $text;';
    check(($answer = $server->ask($look_up)) === 'Connection timed out', $answer);
    $server->tell('end');
    check($server->tell('threads') === '2', 'its thread is there');
    touch(DIR . '/gate');
    await('its thread ends', fn () => $server->tell('threads') === '1');
}, only: 'uvstream');
