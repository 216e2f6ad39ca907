<?php

use Uvstream\TimeoutException;
use function Uvstream\timeout;

[$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
try {
    timeout(0.05, fn () => fgets($here)); // nobody writes
} catch (TimeoutException $error) {
    echo get_class($error), "\n";
}

/* Output:
Uvstream\TimeoutException
*/
