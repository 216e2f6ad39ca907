--TEST--
NUL bytes are refused in hosts, ports and paths
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
foreach (["127.0.0.1\0:0", "127.0.0.1:0\0", "127.0.0.1:0/x\0y", "[::1\0]:0", "[::1]\0:0", "\0:0", "\0"] as $target) {
    try_server("tcp://$target");
    try_server("udp://$target");
    try_client("tcp://$target");
}
$folder = sys_get_temp_dir() . '/uvs-nul-' . getmypid();
mkdir($folder);
chdir($folder);
foreach (["path\0", "path\0behind", "path/\0"] as $path) {
    try_server("unix://$path");
    try_client("unix://$path");
    try_server("udg://$path");
}
var_dump(count(scandir($folder)));
rmdir($folder);
?>
--EXPECT--
server tcp://127.0.0.1\000:0: false, 0, The hostname must not contain null bytes
server udp://127.0.0.1\000:0: false, 0, The hostname must not contain null bytes
client tcp://127.0.0.1\000:0: false, 0, The hostname must not contain null bytes
server tcp://127.0.0.1:0\000: false, 0, The hostname must not contain null bytes
server udp://127.0.0.1:0\000: false, 0, The hostname must not contain null bytes
client tcp://127.0.0.1:0\000: false, 0, The hostname must not contain null bytes
server tcp://127.0.0.1:0/x\000y: false, 0, The hostname must not contain null bytes
server udp://127.0.0.1:0/x\000y: false, 0, The hostname must not contain null bytes
client tcp://127.0.0.1:0/x\000y: false, 0, The hostname must not contain null bytes
server tcp://[::1\000]:0: false, 0, The hostname must not contain null bytes
server udp://[::1\000]:0: false, 0, The hostname must not contain null bytes
client tcp://[::1\000]:0: false, 0, The hostname must not contain null bytes
server tcp://[::1]\000:0: false, 0, The hostname must not contain null bytes
server udp://[::1]\000:0: false, 0, The hostname must not contain null bytes
client tcp://[::1]\000:0: false, 0, The hostname must not contain null bytes
server tcp://\000:0: false, 0, The hostname must not contain null bytes
server udp://\000:0: false, 0, The hostname must not contain null bytes
client tcp://\000:0: false, 0, The hostname must not contain null bytes
server tcp://\000: false, 0, The hostname must not contain null bytes
server udp://\000: false, 0, The hostname must not contain null bytes
client tcp://\000: false, 0, The hostname must not contain null bytes
server unix://path\000: false, 0, The socket path must not contain null bytes
client unix://path\000: false, 0, The socket path must not contain null bytes
server udg://path\000: false, 0, The socket path must not contain null bytes
server unix://path\000behind: false, 0, The socket path must not contain null bytes
client unix://path\000behind: false, 0, The socket path must not contain null bytes
server udg://path\000behind: false, 0, The socket path must not contain null bytes
server unix://path/\000: false, 0, The socket path must not contain null bytes
client unix://path/\000: false, 0, The socket path must not contain null bytes
server udg://path/\000: false, 0, The socket path must not contain null bytes
int(2)
