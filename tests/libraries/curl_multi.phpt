--TEST--
curl_multi_select() waits while other tasks run, which bring about what it waits for; two tasks with a multi each
--EXTENSIONS--
curl
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{all, delay, run, spawn, stats};

run(function () {
    $server = new CurlServer(function ($path) use (&$server) {
        $server->hold($path);
        return "answer to $path";
    });
    $url = $server->url;

    // Each has ten transfers, and they end crosswise.
    $transfers = fn (string $name) => run_multi(curl_multi_init(), array_map(fn ($i) => curl_to("$url/$name$i"), range(0, 9)));
    $one = spawn($transfers, 'one');
    $two = spawn($transfers, 'two');
    $server->await_asked(20);
    let_wait($one, $two);
    $before = stats();
    for ($i = 0; $i < 20; ++$i) delay(0.001);
    $during = stats();
    // (Only the delays are waits: nobody who waits for curl has looked.)
    expect('waits while nothing comes', $during['waits'] - $before['waits'], 20);
    for ($i = 9; $i >= 0; --$i) {
        $server->let_go("/two$i");
        $server->let_go("/one$i");
        delay(0);
    }
    expect('one', $one->await(), array_map(fn ($i) => "answer to /one$i", range(0, 9)));
    expect('two', $two->await(), array_map(fn ($i) => "answer to /two$i", range(0, 9)));
    $waits = stats()['waits'] - $during['waits'];
    if ($waits > 20 * 20) echo "$waits waits\n";

    // Nothing comes: it returns after its time, and not before others have run.
    $multi = curl_multi_init();
    curl_multi_add_handle($multi, curl_to("$url/silent"));
    curl_multi_exec($multi, $running);
    $has_run = false;
    spawn(function () use (&$has_run) { $has_run = true; });
    while (!in_array('/silent', $server->asked)) { // (it connects, and sends)
        delay(0.001);
        curl_multi_exec($multi, $running);
    }
    expect('of nothing', curl_multi_select($multi, 0.01), 0);
    expect('others have run', $has_run, true);
    expect('of no handles', curl_multi_select(curl_multi_init(), 0.01), 0);
    expect('waits in place', stats()['waits_in_place'], 0);
    $server->stop();
});
echo "all\n";
?>
--EXPECT--
all
