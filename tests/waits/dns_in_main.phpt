--TEST--
dns_get_record(), checkdnsrr() and getmxrr() in {main}, with no tasks and beside one: stock's
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(1);
$names = serve_names();
function look(): void
{
    $records = dns_get_record('alive.test.', DNS_A | DNS_MX | DNS_TXT | DNS_AAAA);
    echo json_encode(array_map(fn ($one) => [$one['type'], $one['ip'] ?? $one['target'] ?? $one['txt']], $records)), "\n";
    echo json_encode([checkdnsrr('alive.test.', 'A'), checkdnsrr('alive.test.', 'AAAA'), dns_check_record('gone.test.'),
        dns_get_record('gone.test.'), getmxrr('alive.test.', $hosts), $hosts, dns_get_mx('gone.test.', $hosts), $hosts]), "\n";
    var_dump(dns_get_record('dead.test.', DNS_A));
    try {
        checkdnsrr('');
    } catch (ValueError $e) {
        echo get_class($e), "\n";
    }
}
look();
if (function_exists('Uvstream\spawn')) {
    $task = Uvstream\spawn(fn () => Uvstream\delay(60));
    echo "-- beside a task\n";
    look();
    $task->cancel();
}
stop($names);
?>
--EXPECTF--
[["A","127.0.0.1"],["MX","mail.test"],["TXT","text"]]
[true,false,false,[],true,["mail.test"],false,[]]

Warning: dns_get_record(): A temporary server error occurred. in %s on line %d
bool(false)
ValueError
-- beside a task
[["A","127.0.0.1"],["MX","mail.test"],["TXT","text"]]
[true,false,false,[],true,["mail.test"],false,[]]

Warning: dns_get_record(): A temporary server error occurred. in %s on line %d
bool(false)
ValueError
