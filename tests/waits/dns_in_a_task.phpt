--TEST--
dns_get_record(), checkdnsrr() and getmxrr() wait for a name server while other tasks run
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require_once __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require_once __DIR__ . '/../inc/waits.inc';
use function Uvstream\{run, spawn, timeout};

enter_private_network(60);
$names = serve_names();
run(function () {
    // Each answer is sent by another task, once it is asked for.
    $waits = [
        'late-get' => fn () => dns_get_record('late-get.test.', DNS_A)[0]['ip'],
        'late-mx' => fn () => dns_get_record('late-mx.test.', DNS_MX)[0]['target'],
        'late-check' => fn () => checkdnsrr('late-check.test.', 'TXT'),
        'late-hosts' => fn () => getmxrr('late-hosts.test.', $hosts, $weights) ? [$hosts, $weights] : false,
    ];
    foreach ($waits as $name => $wait) {
        $task = spawn($wait);
        let_wait($task);
        answer_late($name);
        echo $name, ' ', json_encode($task->await()), "\n";
    }
    foreach ($waits as $name => $wait) {
        $name = strtr($name, ['late' => 'dead']);
        $task = spawn(fn () => dns_get_record("$name.test.", DNS_A | DNS_MX | DNS_TXT));
        let_wait($task);
        $task->cancel();
        try {
            $task->await();
        } catch (Uvstream\CancelledError) {
            echo "cancelled\n";
        }
        try {
            timeout(0.001, fn () => checkdnsrr("$name.test.") && getmxrr("$name.test.", $hosts));
        } catch (Uvstream\TimeoutException) {
            echo "timed out\n";
        }
    }
});
stop($names);
?>
--EXPECT--
late-get "127.0.0.1"
late-mx "mail.test"
late-check true
late-hosts [["mail.test"],[10]]
cancelled
timed out
cancelled
timed out
cancelled
timed out
cancelled
timed out
