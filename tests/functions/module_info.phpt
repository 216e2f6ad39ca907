--TEST--
php --ri uvstream: what was built, versions, backend, event loop, transports taken over, functions replaced, settings
--FILE--
<?php
$info = function (): string {
    ob_start();
    (new ReflectionExtension('uvstream'))->info();
    return ob_get_clean();
};
echo $first = $info();
var_dump($info() === $first); // asking makes no loop
Uvstream\spawn(fn () => Uvstream\delay(0.001))->await();
preg_match('/^Event loop => .*/m', $info(), $found);
echo $found[0], "\n";
?>
--EXPECTF--
%A
uvstream support => enabled
Version => %d.%d.%s
Built for => PHP %d.%d.%s, %r(NTS|ZTS)%r, %r(no )?debug%r
Built as => %r(a module of its own|part of PHP)%r, %r(not )?optimized%r
Configured with => %S
Compiler => %s
Sanitizer => %r(none|address|thread)%r
libuv version (headers) => %d.%d.%s
libuv version (run time) => %d.%d.%s
Backend => %s
Event loop => not made yet
Transports taken over => tcp, udp, unix, udg%S
Functions replaced => fread,%Sstream_socket_server,%Sstream_get_transports%S
Calls of C code replaced => %s
Libraries whose calls are replaced => %s

Directive => Local Value => Master Value
uvstream.enable => %s => %s%A
bool(true)
Event loop => made; descriptors: %s %d, wake-up %d, signals %d%S
