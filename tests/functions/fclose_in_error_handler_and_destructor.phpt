--TEST--
fclose(): in an error handler, in a destructor and in a shutdown function
--FILE--
<?php
$server = stream_socket_server('127.0.0.1:0');
set_error_handler(function () use (&$server) {
    echo json_encode(fclose($server)), " in the handler\n";
    return true;
});
var_dump(stream_socket_server('tcp://' . stream_socket_get_name($server, false)));
restore_error_handler();
class Holder
{
    public function __construct(private $stream) {}
    public function __destruct() { echo json_encode(fclose($this->stream)), " in the destructor\n"; }
}
$holder = new Holder(stream_socket_server('127.0.0.1:0'));
unset($holder);
$last = stream_socket_server('127.0.0.1:0');
register_shutdown_function(function () use ($last) { echo json_encode(fclose($last)), " at the end\n"; });
?>
--EXPECT--
true in the handler
bool(false)
true in the destructor
true at the end
