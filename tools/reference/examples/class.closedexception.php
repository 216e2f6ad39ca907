<?php

use Uvstream\{Channel, ClosedException};

$channel = new Channel(1);
$channel->send('the last one');
$channel->close();
echo $channel->receive(), "\n"; // what it holds can still be received
try {
    $channel->receive();
} catch (ClosedException) {
    echo "closed\n";
}

/* Output:
the last one
closed
*/
