--TEST--
A module that a script loads by dl() closes its persistent streams before it goes
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
preg_match('~extension="?(.*/uvstream\.so)~', implode("\n", php_with_options()), $found);
$command = [PHP_BINARY, '-n', '-d', 'enable_dl=1', '-d', 'extension_dir=' . dirname($found[1]), '-r', '
    var_dump(dl("uvstream.so"), extension_loaded("uvstream"));
    $server = stream_socket_server("tcp://127.0.0.1:0");
    $port = substr(strrchr(stream_socket_get_name($server, false), ":"), 1);
    $kept = pfsockopen("127.0.0.1", (int) $port);
    fwrite(stream_socket_accept($server), "kept\n");
    echo fgets($kept);
'];
$child = proc_open($command, [1 => STDOUT, 2 => STDOUT], $pipes);
var_dump(proc_close($child));
?>
--EXPECT--
bool(true)
bool(true)
kept
int(0)
