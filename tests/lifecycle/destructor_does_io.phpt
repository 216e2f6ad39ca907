--TEST--
destructors at the end of the script read, write and accept
--FILE--
<?php
class Talker
{
    function __construct(private $server) {}
    function __destruct()
    {
        $client = stream_socket_client('tcp://' . stream_socket_get_name($this->server, false));
        $connection = stream_socket_accept($this->server, 5);
        fwrite($connection, "from the destructor\n");
        echo fgets($client);
    }
}
$talker = new Talker(stream_socket_server('tcp://localhost:0'));
?>
--EXPECT--
from the destructor
