--TEST--
fwrite: the handler of its notice closes the stream that it writes to
--FILE--
<?php
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fclose($theirs);
set_error_handler(function () use ($ours) {
    var_dump(fclose($ours));
    return true;
});
var_dump(fwrite($ours, 'x'));
var_dump(is_resource($ours));
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
