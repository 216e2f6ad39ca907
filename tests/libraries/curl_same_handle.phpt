--TEST--
A curl handle that a task is in a transfer of is its own until that has ended: other tasks' calls that use or change it wait for it
--EXTENSIONS--
curl
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{all, delay, run, spawn, stats};

run(function () {
    $server = new CurlServer(function ($path, $body) use (&$server) {
        if (str_starts_with($path, '/held')) $server->hold($path);
        return strlen($body) > 0 ? md5($body) : "answer to $path";
    });

    // What a program does that has one handle for all that it asks.
    $shared = curl_to('');
    $fetch = function (string $path) use ($shared, $server) {
        curl_setopt($shared, CURLOPT_URL, $server->url . $path);
        return curl_exec($shared);
    };
    $calls = $wanted = [];
    for ($i = 0; $i < 20; ++$i) {
        $calls[] = fn () => $fetch("/$i");
        $wanted[] = "answer to /$i";
    }
    expect('in turn', all($calls), $wanted);
    expect('by one connection', $server->connections, 1);

    // Each call that changes a handle, while another task is in its transfer.
    $text = str_repeat('body ', 1000);
    $calls = [
        'curl_setopt' => fn ($handle) => curl_setopt($handle, CURLOPT_POSTFIELDS, 'other'),
        'curl_setopt_array' => fn ($handle) => curl_setopt_array($handle, [CURLOPT_URL => '-', CURLOPT_HTTPHEADER => ['X-Other: 1']]),
        'curl_reset' => fn ($handle) => curl_reset($handle),
        'curl_exec' => fn ($handle) => curl_exec($handle) === md5($text),
        'curl_multi_add_handle' => fn ($handle) => curl_multi_add_handle(kept([curl_multi_init()])[0], $handle) === CURLM_OK,
    ];
    foreach ($calls as $name => $call) {
        $handle = curl_to("$server->url/held/$name", [CURLOPT_POSTFIELDS => $text, CURLOPT_HTTPHEADER => ['X-Its: 1']]);
        $path = "/held/$name";
        $transfer = spawn(fn () => curl_exec($handle));
        let_wait($transfer);
        $other = spawn($call, $handle);
        let_wait($other);
        $queued = spawn($call, $handle);
        let_wait($queued);
        $queued->cancel();
        expect("$name cancelled", outcome(fn () => $queued->await()), 'CancelledError(Requested): The task was cancelled');
        if (!str_contains($other->where(), "$name()")) echo "{$other->where()}\n";
        $server->let_go($path);
        expect("transfer beside $name", $transfer->await(), md5($text));
        $server->let_go($path); // curl_exec()'s
        expect($name, $other->await(), $name === 'curl_reset' ? null : true);
    }

    // These are not changes.
    $handle = curl_to("$server->url/held/reads");
    $transfer = spawn(fn () => curl_exec($handle));
    let_wait($transfer);
    $copy = curl_copy_handle($handle);
    curl_setopt($copy, CURLOPT_URL, "$server->url/copy");
    expect('of the copy', curl_exec($copy), 'answer to /copy');
    expect('its URL', curl_getinfo($handle, CURLINFO_EFFECTIVE_URL), "$server->url/held/reads");
    expect('its error', curl_errno($handle) . curl_error($handle), '0');
    @curl_close($handle); // (deprecated since PHP 8.5)
    unset($handle);
    $server->let_go('/held/reads');
    expect('transfer beside reads', $transfer->await(), 'answer to /held/reads');

    // In a callback of the transfer it is as ever.
    $handle = curl_to("$server->url/callback");
    curl_setopt($handle, CURLOPT_WRITEFUNCTION, function ($handle, $data) {
        $codes = [outcome(fn () => curl_reset($handle)), curl_multi_add_handle(kept([curl_multi_init()])[0], $handle)];
        delay(0.001);
        echo implode(', ', $codes), "\n";
        return strlen($data);
    });
    spawn(fn () => var_dump(curl_exec($handle)))->await();

    // A multi handle whose callback waits.
    $multi = curl_multi_init();
    $handle = curl_to("$server->url/multi");
    $is_in_callback = false;
    curl_setopt($handle, CURLOPT_WRITEFUNCTION, function ($handle, $data) use (&$is_in_callback, $server) {
        $is_in_callback = true;
        $server->hold('/the callback');
        return strlen($data);
    });
    curl_multi_add_handle($multi, $handle);
    $driver = spawn(function () use ($multi, &$is_in_callback) {
        for (curl_multi_exec($multi, $running); !$is_in_callback; curl_multi_exec($multi, $running)) curl_multi_select($multi, 1);
    });
    while (!$is_in_callback) delay(0.001);
    $others = [
        spawn(fn () => curl_multi_exec($multi, $running)),
        spawn(fn () => curl_multi_add_handle($multi, curl_to("$server->url/added"))),
        spawn(fn () => curl_multi_remove_handle($multi, $handle)),
        spawn(fn () => curl_multi_close($multi)),
    ];
    unset($handle, $multi);
    let_wait(...$others);
    $server->let_go('/the callback');
    $codes = array_map(fn ($task) => $task->await(), $others);
    $driver->await();
    expect('codes', $codes, [CURLM_OK, CURLM_OK, CURLM_OK, null]);
    expect('waits in place', stats()['waits_in_place'], 0);
    $server->stop();
});
echo "all\n";
?>
--EXPECT--
Error: curl_reset(): Attempt to reset cURL handle from a callback, 7
bool(true)
all
