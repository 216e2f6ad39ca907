--TEST--
Tasks that share cookies, names, TLS sessions and connections of curl, in plain and by TLS, while they wait crosswise and some are cancelled
--EXTENSIONS--
curl
openssl
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{all, run, spawn, stats};

run(function () {
    foreach ([null, []] as $tls) {
        $server = new CurlServer(function ($path) use (&$server) {
            if (str_starts_with($path, '/held')) $server->hold($path);
            $body = "answer to $path";
            return "HTTP/1.1 200 OK\r\nSet-Cookie: seen=yes; path=/\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body";
        }, $tls);
        $share = curl_share_init();
        foreach ([CURL_LOCK_DATA_COOKIE, CURL_LOCK_DATA_DNS, CURL_LOCK_DATA_SSL_SESSION, CURL_LOCK_DATA_CONNECT] as $what) {
            curl_share_setopt($share, CURLSHOPT_SHARE, $what);
        }
        $handle = fn (string $path) => tls_curl_to($server->url . $path, [CURLOPT_SHARE => $share, CURLOPT_COOKIEFILE => '']);

        // Those that hold a connection wait while others take, make and give back others of the same cache.
        $held = [];
        for ($i = 0; $i < 10; ++$i) {
            $held[] = $task = spawn(fn () => curl_exec($handle("/held/$i")));
            let_wait($task);
            all(array_map(fn ($n) => fn () => expect('beside', curl_exec($handle("/$n")), "answer to /$n"), range(1, 5)));
        }
        $server->await_asked(60);
        for ($i = 0; $i < 10; $i += 2) $held[$i]->cancel();
        for ($i = 9; $i >= 0; --$i) $server->let_go("/held/$i");
        foreach ($held as $i => $task) {
            expect("held $i", outcome(fn () => $task->await()), $i % 2 ? "returned \"answer to \\/held\\/$i\"" : 'CancelledError(Requested): The task was cancelled');
        }
        $last = $handle('/last');
        expect('last', curl_exec($last), 'answer to /last');
        expect('cookies', count(curl_getinfo($last, CURLINFO_COOKIELIST)), 1);
        // (Each task had a cached one, or made one beside those that were in use.)
        if ($server->connections >= 60) echo "$server->connections connections\n";
        unset($last);
        $server->stop();
    }
    expect('waits in place', stats()['waits_in_place'], 0);
});
echo "all\n";
?>
--EXPECT--
all
