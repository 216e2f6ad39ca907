--TEST--
libcurl ignores SIGPIPE while it is in a transfer: for others it is handled as the script has said, and afterwards, however transfers end
--EXTENSIONS--
curl
pcntl
--SKIPIF--
<?php if (!is_readable('/proc/self/status')) die('skip needs /proc/self/status'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{delay, run, spawn};

/** How SIGPIPE is handled now. */
function handling(): string
{
    preg_match_all('/^Sig(Ign|Cgt):\s*\w*(\w{8})$/m', file_get_contents('/proc/self/status'), $found);
    [$is_ignored, $is_caught] = array_map(fn ($mask) => hexdec($mask) >> (SIGPIPE - 1) & 1, $found[2]);
    return $is_ignored ? 'ignored' : ($is_caught ? 'caught' : 'neither');
}

$transfers = function () {
    $server = new CurlServer(function ($path) use (&$server) {
        $server->hold($path);
        return "answer to $path";
    });
    $before = handling();
    $within = [];
    $handles = ['one' => curl_to("$server->url/one", [CURLOPT_NOSIGNAL => false]), 'two' => curl_to("$server->url/two", [CURLOPT_NOSIGNAL => false])];
    curl_setopt($handles['one'], CURLOPT_WRITEFUNCTION, function ($handle, $data) use (&$within, $server) {
        $within[] = handling();
        $other = spawn(fn () => $server->let_go('/inner'));
        curl_exec(curl_to("$server->url/inner", [CURLOPT_NOSIGNAL => false]));
        $within[] = handling();
        return strlen($data);
    });
    $multi = curl_multi_init();
    $tasks = [
        'one' => spawn(fn () => curl_exec($handles['one'])),
        'two' => spawn(fn () => curl_exec($handles['two'])),
        'cancelled' => spawn(fn () => curl_exec(curl_to("$server->url/cancelled", [CURLOPT_NOSIGNAL => false]))),
    ];
    let_wait(...array_values($tasks));
    expect('while all wait', handling(), $before);
    $server->let_go('/one');
    $tasks['one']->await();
    expect('after the first', handling(), $before);
    $tasks['cancelled']->cancel();
    outcome(fn () => $tasks['cancelled']->await());
    expect('after a cancelled one', handling(), $before);
    $server->let_go('/two');
    $tasks['two']->await();
    expect('after the last', handling(), $before);
    echo "$before, in a callback ", implode(', ', $within), "\n";

    // What is set meanwhile stays.
    $task = spawn(fn () => curl_exec(curl_to("$server->url/other", [CURLOPT_NOSIGNAL => false])));
    let_wait($task);
    pcntl_signal(SIGPIPE, $before === 'caught' ? SIG_IGN : fn () => null);
    $now = handling();
    $server->let_go('/other');
    $task->await();
    echo "$now, then ", handling(), "\n";
    $server->stop();
};

pcntl_signal(SIGPIPE, fn () => print("caught\n"));
run($transfers);
pcntl_signal(SIGPIPE, SIG_IGN);
run($transfers);
?>
--EXPECT--
caught, in a callback ignored, ignored
ignored, then ignored
ignored, in a callback ignored, ignored
caught, then caught
