<?php

use function Uvstream\{delay, run, spawn};

run(function () {
    [$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $reader = spawn(fn () => fgets($here));
    delay(0);      // it waits for a line now
    fclose($here); // so its call fails, and then the descriptor is closed
    var_dump($reader->await());
});

/* Output:
bool(false)
*/
