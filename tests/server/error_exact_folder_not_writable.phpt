--TEST--
error-exact: EACCES for a path in a folder that is not ours
--EXTENSIONS--
sockets
posix
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
$folder = sys_get_temp_dir() . '/uvs-readonly-' . getmypid();
mkdir($folder, 0555);
$is_root = posix_geteuid() === 0;
foreach (['unix', 'udg'] as $transport) {
    if ($is_root) posix_seteuid(65534);
    var_dump(@stream_socket_server("$transport://$folder/socket", $errno, $errstr, 4));
    if ($is_root) posix_seteuid(0);
    echo errno_name($errno), " $errstr\n";
}
var_dump(count(scandir($folder)));
rmdir($folder);
?>
--EXPECT--
bool(false)
EACCES Permission denied
bool(false)
EACCES Permission denied
int(2)
