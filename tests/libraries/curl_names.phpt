--TEST--
curl_exec() and curl_multi_select() wait for a name server while other tasks run; a cancelled one has others run until the system has given up
--EXTENSIONS--
curl
pcntl
posix
--SKIPIF--
<?php
require __DIR__ . '/../inc/private_network.inc';
skip_without_private_network();
if (!(curl_version()['features'] & CURL_VERSION_ASYNCHDNS)) die('skip this libcurl looks names up by itself');
?>
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{run, spawn, delay, stats, timeout};

enter_private_network(3);
$names = serve_names();
run(function () {
    $server = new CurlServer;
    $port = strrchr($server->url, ':');
    $one = spawn(fn () => curl_outcome(curl_to("http://late-one.test.$port/one")));
    $two = spawn(fn () => run_multi(curl_multi_init(), [curl_to("http://late-two.test.$port/two"), curl_to("http://late-two.test.$port/three")]));
    let_wait($one, $two);
    delay(0.01);
    answer_late('late-two');
    echo implode(', ', $two->await()), "\n";
    answer_late('late-one');
    echo $one->await(), "\n";
    echo curl_outcome(curl_to("http://localhost$port/local")), "\n";
    echo curl_outcome(curl_to("http://gone.test.$port/")), "\n";

    // An older libcurl waits until its own thread has ended, which nobody can hurry.
    $handle = curl_to("http://dead.test.$port/");
    $cancelled = spawn(fn () => curl_exec($handle));
    let_wait($cancelled);
    delay(0.01);
    $cancelled->cancel();
    echo curl_outcome(curl_to("http://127.0.0.1$port/meanwhile")), "\n";
    echo outcome(fn () => $cancelled->await()), "\n";
    echo outcome(fn () => timeout(0.01, fn () => curl_exec($handle))), "\n";
    curl_setopt($handle, CURLOPT_URL, "http://alive.test.$port/alive");
    echo curl_outcome($handle), "\n";
    expect('waits in place', stats()['waits_in_place'], 0);
    $server->stop();
});
stop($names);
?>
--EXPECT--
answer to /two, answer to /three
got answer to /one
got answer to /local
error 6: Could not resolve host: gone.test.
got answer to /meanwhile
CancelledError(Requested): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
got answer to /alive
