<?php

use function Uvstream\{run, spawn};

run(function () {
    [$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $answer = spawn(fn () => fgets($there)); // waits for the line, and holds up nobody
    fwrite($here, "hello\n");
    echo $answer->await();
});

/* Output:
hello
*/
