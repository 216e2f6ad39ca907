--TEST--
php --ri uvstream: versions, backend, transports taken over, functions replaced, settings
--FILE--
<?php
(new ReflectionExtension('uvstream'))->info();
?>
--EXPECTF--
%A
uvstream support => enabled
Version => %d.%d.%s
libuv version (headers) => %d.%d.%s
libuv version (run time) => %d.%d.%s
Backend => %s
Transports taken over => tcp, udp, unix, udg%S
Functions replaced => fread,%Sstream_socket_server,%Sstream_get_transports%S
Calls of C code replaced => %s
Libraries whose calls are replaced => %s

Directive => Local Value => Master Value
uvstream.enable => %s => %s%A
