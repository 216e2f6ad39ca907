<?php
// peer: nginx
// tasks: yes
// limit: 180
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/slow_web.php';

scenario('1,000 file_get_contents() at once', function () {
    $web = slow_web();
    $context = stream_context_create(['ssl' => ['cafile' => authority()]]);
    return as_long_as_the_slowest('file_get_contents()', 1000, function (int $i) use ($web, $context) {
        [$url, $answer] = asked($web, $i);
        return must_be($url, $answer, file_get_contents($url, false, $context));
    });
});
