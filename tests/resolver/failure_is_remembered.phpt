--TEST--
a name that does not exist is not asked for again for a second, and then is
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network();
$names = serve_names();
$hosts = tempnam(sys_get_temp_dir(), 'uvstream-hosts-');
exec('mount --bind ' . escapeshellarg($hosts) . ' /etc/hosts');
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$connect = function (string $name) use ($port, &$text) {
    return is_resource(@stream_socket_client("tcp://$name:$port", $code, $text, 20));
};
$start = hrtime(true);
var_dump($connect('gone.test'));
$first = $text;
file_put_contents($hosts, "127.0.0.1 gone.test gone-not.test\n");
var_dump($connect('gone-not.test')); // others do not suffer
$tries = 0;
while (!$connect('gone.test')) {
    if ($text !== $first) echo "$text\n";
    if (++$tries > 10_000) die("it does not come back\n");
    usleep(2000);
}
var_dump(hrtime(true) - $start >= 1_000_000_000);
unlink($hosts);
stop($names);
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
