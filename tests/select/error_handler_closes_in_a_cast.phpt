--TEST--
select: an error handler that frees the stream which has no descriptor to wait for
--SKIPIF--
<?php if (PHP_VERSION_ID >= 80600) die('skip filtered streams can be selected since PHP 8.6'); ?>
--FILE--
<?php
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
stream_filter_append($ours, 'string.rot13');
[$other] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
set_error_handler(function (int $level, string $text) use (&$ours) {
    echo $text, "\n";
    if (is_resource($ours)) fclose($ours);
    $ours = null;
    return true;
});
$read = [&$ours, $other];
$none = null;
try {
    var_dump(stream_select($read, $none, $none, 0, 1000));
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
stream_select(): Cannot cast a filtered stream on this system
stream_select(): supplied argument is not a valid stream resource
