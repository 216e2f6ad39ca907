--TEST--
TLS: connect: $error_message has ext/openssl's reason, but not when the script has loaded the module by dl()
--EXTENSIONS--
openssl
--SKIPIF--
<?php
if (!in_array('openssl', explode("\n", (string) shell_exec(PHP_BINARY . ' -n -m')))) die('skip without an ini file there is no openssl');
?>
--FILE--
<?php
require __DIR__ . '/../../inc/child_php.inc';
$connect = '
    $server = stream_socket_server("tcp://127.0.0.1:0");
    $context = stream_context_create(["ssl" => ["cafile" => "/does/not/exist"]]);
    $to = "ssl://" . stream_socket_get_name($server, false);
    var_dump(extension_loaded("uvstream"), @stream_socket_client($to, $errno, $errstr, 20, STREAM_CLIENT_CONNECT, $context));
    var_dump($errno, $errstr);
';
preg_match('~extension="?(.*/uvstream\.so)~', implode("\n", php_with_options()), $found);
$by_dl = [PHP_BINARY, '-n', '-d', 'enable_dl=1', '-d', 'extension_dir=' . dirname($found[1]), '-r', 'dl("uvstream.so");' . $connect];
foreach ([php_command($connect), $by_dl] as $command) {
    $child = proc_open($command, [1 => STDOUT, 2 => STDOUT], $pipes);
    var_dump(proc_close($child));
}
?>
--EXPECT--
bool(true)
bool(false)
int(0)
string(47) "failed loading cafile stream: `/does/not/exist'"
int(0)
bool(true)
bool(false)
int(0)
string(20) "Cannot enable crypto"
int(0)
