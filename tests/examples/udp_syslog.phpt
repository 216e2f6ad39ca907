--TEST--
udp_syslog.php: messages of both kinds, of util-linux' logger too; garbage, long ones and forged lines; it stops by SIGTERM
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_executable('/usr/bin/logger')) die('skip needs logger (bsdutils)'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';

$server = new Example('udp_syslog.php', 'on (\S+)', 'udp://127.0.0.1:0');
$client = stream_socket_client('udp' . substr($server->address, 3));
/** What it prints of a message. */
function logged(string $message): void
{
    global $server, $client;
    stream_socket_sendto($client, $message);
    $line = $server->await('^127\.0\.0\.1:\d+ (.*)')[1];
    echo strlen($line) > 200 ? 'a line of ' . strlen($line) . ' bytes' : $line, "\n";
}

logged("<34>1 2026-01-31T22:14:15.003Z mymachine.example.com su - ID47 - \xEF\xBB\xBF'su root' failed\n");
logged('<165>1 2026-01-31T22:14:15.003Z host app 12 ID47 [a@1 k="v \"] x"][b@2 l="w"] with data');
logged('<191>1 - - - - - -');
logged('<13>Jan  1 02:03:04 host cron[123]: an older one');
logged('<0>free text');
logged("<13>Jan  1 02:03:04 host app: forged\n<13>line\e[2J\0");
logged('<192>no such facility');
logged("\xff\xfe garbage");
logged('');
logged('<14>' . str_repeat('x', 20000));
logged('<14>1 - h p - - ' . str_repeat('[x', 9000));
logged('<14>1 - h p - - [x a="' . str_repeat('\\"', 4000));

[, $port] = explode(':', substr($server->address, 6));
foreach (['--rfc5424=notq', '--rfc3164'] as $format) {
    exec("logger --server 127.0.0.1 --port $port --udp $format -p local3.warning -t tagged 'the disk is full'");
    echo $server->await(' (local3\.warning) \S+ (tagged: .*)')[2], "\n";
}
echo preg_replace('/:\d+/', ':PORT', implode(Example::run('', 'udp_syslog.php', "udp://127.0.0.1:$port"))), "\n";
$server->signal(SIGTERM);
var_dump($server->ended(), $server->lines);
?>
--EXPECT--
auth.crit mymachine.example.com su: 'su root' failed
local4.notice host app: with data
local7.debug - -: 
user.notice host cron: an older one
kern.emerg free text
user.notice host app: forged\n<13>line\033[2J\000
no syslog message, 21 bytes
no syslog message, 10 bytes
no syslog message, 0 bytes
a line of 8198 bytes
a line of 8198 bytes
a line of 12028 bytes
tagged: the disk is full
tagged: the disk is full
Cannot listen on udp://127.0.0.1:PORT: Address already in use
1
int(0)
array(0) {
}
