--TEST--
fwrite(): a peer that is gone gives the notice with its errno and false
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_send_errors();
[$a, $b] = connect_pair('unix://' . temp_path('gone'));
fclose($b);
var_dump(fwrite($a, 'hello'), fwrite($a, 'hi'), feof($a));

// Reset: by a close that leaves unread bytes
[$a, $b] = connect_pair();
fwrite($a, 'never read');
wait_readable($b);
fclose($b);
wait_readable($a);
var_dump(fwrite($a, 'first'), fwrite($a, 'second'));

// Our own half is shut
[$a, $b] = connect_pair();
stream_socket_shutdown($a, STREAM_SHUT_WR);
var_dump(fwrite($a, 'x'), @fwrite($a, 'x'));
?>
--EXPECT--
fwrite(): Send of 5 bytes failed with errno=32 Broken pipe
fwrite(): Send of 2 bytes failed with errno=32 Broken pipe
bool(false)
bool(false)
bool(true)
fwrite(): Send of 5 bytes failed with errno=104 Connection reset by peer
fwrite(): Send of 6 bytes failed with errno=32 Broken pipe
bool(false)
bool(false)
fwrite(): Send of 1 bytes failed with errno=32 Broken pipe
bool(false)
bool(false)
