<?php

use Uvstream\Channel;
use function Uvstream\{run, spawn};

run(function () {
    $channel = new Channel(2); // holds two; who sends a third one waits
    spawn(function () use ($channel) {
        foreach (['red', 'green', 'blue'] as $colour) $channel->send($colour);
        $channel->close();
    });
    foreach ($channel as $number => $colour) echo "$number $colour\n";
});

/* Output:
0 red
1 green
2 blue
*/
