--TEST--
names are looked up at once, as in stock PHP, where no thread can be had (ulimit -u, a container's limit of tasks)
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux' || posix_getuid() !== 0) die('skip needs Linux, and root to become a user with no other process'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$serve = function () {
    $server = stream_socket_server('tcp://localhost:0');
    $port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
    $client = stream_socket_client("tcp://localhost:$port", $code, $text, 20);
    $accepted = stream_socket_accept($server, 20);
    fwrite($client, "line\n");
    echo fgets($accepted);
    fclose($server);
    var_dump(@file_get_contents("http://localhost:$port/"), @stream_socket_client('tcp://..:80', $code, $text, 20), $code, $text);
};
// The first look-up of a process, and one after others that had a thread.
foreach (['first' => fn () => null, 'later' => fn () => fclose(stream_socket_server('tcp://localhost:0'))] as $name => $before) {
    echo "$name:\n";
    $child = in_child(function () use ($before, $serve) {
        $before();
        // A user with no other process, and no right to pass the limit.
        posix_setgid(61234);
        posix_setuid(61234);
        posix_setrlimit(POSIX_RLIMIT_NPROC, 1, 1);
        if (@pcntl_fork() !== -1) die("there is no limit\n");
        $serve();
    });
    var_dump(ended($child));
}
?>
--EXPECT--
first:
line
bool(false)
bool(false)
int(0)
string(78) "php_network_getaddresses: getaddrinfo for .. failed: Name or service not known"
int(0)
later:
line
bool(false)
bool(false)
int(0)
string(78) "php_network_getaddresses: getaddrinfo for .. failed: Name or service not known"
int(0)
