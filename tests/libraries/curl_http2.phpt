--TEST--
Transfers of one multi share an HTTP/2 connection, with TLS, and end crosswise while other tasks run; two tasks have a connection each
--EXTENSIONS--
curl
openssl
pcntl
posix
--SKIPIF--
<?php
require __DIR__ . '/../inc/nginx.inc';
skip_without_nginx();
skip_without_http2();
?>
--FILE--
<?php
require __DIR__ . '/../inc/nginx.inc';
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{run, spawn, stats};

$nginx = new Nginx(true);
run(function () use ($nginx) {
    $transfers = function (string $name) use ($nginx) {
        $multi = curl_multi_init();
        curl_multi_setopt($multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
        curl_multi_setopt($multi, CURLMOPT_MAX_HOST_CONNECTIONS, 1);
        $handles = array_map(fn ($i) => tls_curl_to("$nginx->https/seen/$name$i", [CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_2TLS, CURLOPT_PIPEWAIT => true]), range(1, 5));
        $got = run_multi($multi, $handles);
        $connects = array_sum(array_map(fn ($one) => curl_getinfo($one, CURLINFO_NUM_CONNECTS), $handles));
        return [$got, $connects];
    };
    $tasks = [spawn($transfers, 'one'), spawn($transfers, 'two')];
    foreach ($tasks as $i => $task) {
        [$got, $connects] = $task->await();
        $name = ['one', 'two'][$i];
        expect($name, array_map(fn ($one) => preg_replace('/ \n$/', '', $one), $got), array_map(fn ($n) => "GET /seen/$name$n HTTP/2.0", range(1, 5)));
        expect("connections of $name", $connects, 1);
    }
    expect('waits in place', stats()['waits_in_place'], 0);
});
echo "all\n";
?>
--EXPECT--
all
