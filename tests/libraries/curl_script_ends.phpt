--TEST--
exit(), a fatal error, the script's end and a fork while others are in curl_exec()
--EXTENSIONS--
curl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{delay, run, spawn};

/** Begins transfers that wait, in {main}. */
function waiting(): void
{
    $server = new CurlServer(function ($path) use (&$server) { $server->hold($path); });
    $tasks = [];
    for ($i = 0; $i < 5; ++$i) $tasks[] = spawn(function () use ($server, $i) {
        try {
            curl_exec(curl_to("$server->url/$i"));
        } finally {
            note('finally');
        }
    });
    let_wait(...$tasks);
    kept($tasks);
}

echo 'exit: ', outcome_of(function () { run(function () { waiting(); spawn(fn () => exit(3)); delay(60); }); }), "\n";
echo 'fatal error: ', outcome_of(function () { run(function () { waiting(); spawn(fn () => trigger_error('fatal', E_USER_ERROR)); delay(60); }); }), "\n";
echo 'end: ', outcome_of(waiting(...)), "\n";
echo 'fork: ', outcome_of(function () {
    waiting();
    spawn(function () {
        $pid = in_child(function () { // alone, with transfers of its own
            run(function () {
                $server = new CurlServer;
                note(curl_exec(curl_to("$server->url/child")));
                $server->stop();
            });
            vanish();
        });
        note((string) ended($pid));
    })->await();
}), "\n";
?>
--EXPECT--
exit: shutdown; finally; finally; finally; finally; finally; 3
fatal error: shutdown; 255
end: shutdown; finally; finally; finally; finally; finally; 0
fork: answer to /child; signal 9; shutdown; finally; finally; finally; finally; finally; 0
