--TEST--
curl_multi_select() ends in each task that waits for the same curl_multi: who comes first may take another's answer
--EXTENSIONS--
curl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/nginx.inc'; skip_without_nginx(); if (version_compare(curl_version()['version'], '8.15', '>=')) die('skip this libcurl may refuse it'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/nginx.inc';
$web = new Nginx();
$multi = curl_multi_init();
foreach (['a', 'b', 'c'] as $name) {
    $all[$name] = curl_init("$web->http/held/$name");
    // (No timer of a second address's ends a wait.)
    curl_setopt_array($all[$name], [CURLOPT_RETURNTRANSFER => true, CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS => 1]);
    curl_multi_add_handle($multi, $all[$name]);
}

/** Drives them all until the answer is there. */
function answer(string $name): void
{
    global $all, $multi;
    while (curl_multi_exec($multi, $left) === CURLM_OK && curl_multi_getcontent($all[$name]) === '') {
        $began = hrtime(true);
        curl_multi_select($multi, 20);
        if (hrtime(true) - $began > 19e9) echo 'nothing has ended the wait: ';
    }
    echo curl_multi_getcontent($all[$name]);
}

// The first one has taken the answer to b when it lets the second go on.
Uvstream\all([
    fn () => answer('a'),
    function () use ($web) {
        answer('b');
        $web->held->release('a');
    },
    function () use ($web) {
        $web->held->await('a');
        $web->held->await('b');
        $web->held->release('b');
    },
]);

// Nor does it matter whether who takes it has waited.
Uvstream\all([
    fn () => answer('c'),
    function () use ($web, $all, $multi) {
        $web->held->await('c');
        $web->held->release('c');
        while (curl_multi_getcontent($all['c']) === '') curl_multi_exec($multi, $left);
        echo 'taken: ';
    },
]);
?>
--EXPECT--
answer to b
answer to a
taken: answer to c
