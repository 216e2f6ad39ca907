--TEST--
curl in {main}: HTTP/1.1 and HTTP/2 by a real nginx, whose answers come when the test says so
--EXTENSIONS--
curl
openssl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/nginx.inc'; skip_without_nginx(); skip_without_http2(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/nginx.inc';
$web = new Nginx(with_tls: true);

function curl(string $url, array $options = []): CurlHandle
{
    $curl = curl_init($url);
    curl_setopt_array($curl, $options + [CURLOPT_RETURNTRANSFER => true, CURLOPT_FOLLOWLOCATION => true,
        CURLOPT_CAINFO => $GLOBALS['web']->certificate]);
    return $curl;
}
echo curl_exec(curl("$web->http/redirect/seen/1")), curl_exec(curl("$web->https/seen/2"));
echo curl_exec(curl("$web->https/echo", [CURLOPT_POSTFIELDS => "its body\n"])), strlen(curl_exec(curl("$web->http/bytes/300000"))), "\n";
$web->held->release('a');
echo curl_exec(curl("$web->https/held/a"));
$web->held->await('a');

$all = curl_multi_init();
foreach ([$http = curl("$web->http/held/b"), $https = curl("$web->https/held/b"), $gone = curl("$web->http/held/c")] as $curl) {
    curl_multi_add_handle($all, $curl);
}
$until = function (callable $is_done) use ($all) {
    while (!$is_done(curl_multi_exec($all, $left) === CURLM_OK ? $left : die('failed'))) curl_multi_select($all, 0.01);
};
$sent = fn () => curl_getinfo($http, CURLINFO_PRETRANSFER_TIME_T) && curl_getinfo($https, CURLINFO_PRETRANSFER_TIME_T)
    && curl_getinfo($gone, CURLINFO_PRETRANSFER_TIME_T);
$until($sent);
$web->held->await('b', 2);
$web->held->await('c');
$web->held->releaseHalf('b');
$until(fn () => curl_multi_getcontent($http) === 'answer ' && curl_multi_getcontent($https) === 'answer ');
curl_multi_remove_handle($all, $gone);
unset($gone);
$web->held->awaitLeft('c');
$web->held->release('b');
$until(fn ($left) => $left === 0);
echo curl_multi_getcontent($http), curl_multi_getcontent($https);
?>
--EXPECT--
GET /seen/1 HTTP/1.1 
GET /seen/2 HTTP/2.0 
its body
300000
answer to a
answer to b
answer to b
