--TEST--
While queries of pgsql and PDO_pgsql are under way in tasks: their server process ends, one is cancelled by pg_cancel_query(), a signal comes, the process forks, the script exits or has a fatal error
--EXTENSIONS--
openssl
pcntl
pdo
pdo_pgsql
pgsql
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/postgresql.inc'; skip_without_postgresql(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/postgresql.inc';
require __DIR__ . '/../inc/waits.inc';
use function Uvstream\{run, spawn, delay};
$server = new Postgresql();
$connect = fn () => pg_connect($server->unix, PGSQL_CONNECT_FORCE_NEW);
run(function () use ($server, $connect) {
    $server->query('SELECT pg_advisory_lock(1)');
    $locked = "SELECT 'answer' FROM pg_advisory_lock_shared(1)";

    $link = $connect();
    $pdo = new PDO("pgsql:$server->unix");
    $tasks = [spawn(fn () => @pg_query($link, $locked)), spawn(fn () => $pdo->query($locked))];
    $server->await(2);
    $server->query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    foreach ($tasks as $task) echo 'terminated: ', result_or_class(fn () => $task->await()), "\n";
    echo pg_connection_status($link) === PGSQL_CONNECTION_BAD ? 'bad' : 'good', ', ', json_encode(pg_connection_reset($link)), "\n";

    pg_send_query($link, $locked);
    $task = spawn(fn () => pg_result_error(pg_get_result($link)) !== '');
    $server->await(1);
    $server->query("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    echo 'cancelled by the server: ', json_encode($task->await()), "\n";
    pg_send_query($link, $locked);
    $server->await(1);
    echo 'pg_cancel_query: ', json_encode(pg_cancel_query($link)), ', ', pg_fetch_result(pg_query($link, "SELECT 'own'"), 0, 0), "\n";

    // Handlers run as on stock PHP: when the call is over.
    pcntl_async_signals(true);
    $handled = 0;
    pcntl_signal(SIGUSR1, function () use (&$handled) { ++$handled; });
    spawn(function () use ($server, &$handled) {
        $server->await(1);
        posix_kill(getmypid(), SIGUSR1);
        delay(0.01);
        echo "handled meanwhile: $handled\n";
        $server->query('SELECT pg_advisory_unlock(1)');
    });
    echo pg_fetch_result(pg_query($link, $locked), 0, 0), ', handled: ', $handled, "\n";
    pg_query($link, 'SELECT pg_advisory_unlock_all()');
    pcntl_signal(SIGUSR1, SIG_DFL);

    $server->query('SELECT pg_advisory_lock(1)');
    $task = spawn(fn () => pg_fetch_result(pg_query($link, $locked), 0, 0));
    $server->await(1);
    // The child has others' connections, too; it is to leave them alone, as on stock PHP.
    $child = pcntl_fork();
    if ($child === 0) {
        run(fn () => usleep(1000));
        $own = $connect();
        posix_kill(getmypid(), pg_fetch_result(pg_query($own, "SELECT 'own'"), 0, 0) === 'own' ? SIGKILL : SIGTERM);
    }
    pcntl_waitpid($child, $status);
    echo 'child: ', pcntl_wtermsig($status) === SIGKILL ? 'own' : 'failed', "\n";
    $server->query('SELECT pg_advisory_unlock(1)');
    echo 'parent: ', $task->await(), "\n";
    pg_close($link);
});
$pdo = null;
(fn () => $this->control = null)->call($server); // a child that ends would end its parent's connection, as on stock PHP
pg_close($connect()); // nor is one to be the default
$ends = [
    'exit' => fn () => exit(3),
    'fatal error' => function () { ini_set('memory_limit', '4M'); str_repeat('x', 100_000_000); },
    'end of the script' => fn () => null,
    'exception' => fn () => throw new Exception('thrown'),
];
foreach ($ends as $what => $end) {
    $outcome = outcome_of(function () use ($server, $connect, $end) {
        $own = new Postgresql_client($server);
        $own->query('SELECT pg_advisory_lock(1)');
        $links = [];
        for ($i = 0; $i < 3; ++$i) {
            spawn(fn () => @pg_query($links[] = $connect(), 'SELECT pg_advisory_lock_shared(1)'));
            spawn(fn () => (new PDO("pgsql:$server->unix", null, null, [PDO::ATTR_PERSISTENT => $i % 2]))->query("SELECT pg_advisory_lock_shared(1)"));
        }
        $shared = $connect();
        spawn(fn () => @pg_query($shared, 'SELECT pg_advisory_lock_shared(1)'));
        spawn(fn () => @pg_query($shared, 'SELECT 1'));
        spawn(fn () => pg_close($shared));
        $own->await(7);
        $end();
    });
    echo $what, ': ', $outcome, "\n";
}
$server->awaitClients(0);
/** A child's own connection. */
final class Postgresql_client
{
    private $link;
    public function __construct(Postgresql $server) { $this->link = pg_connect($server->unix, PGSQL_CONNECT_FORCE_NEW); }
    public function query(string $sql): int { return (int) pg_fetch_result(pg_query($this->link, $sql), 0, 0); }
    public function await(int $waiting): void
    {
        while ($this->query("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'") < $waiting) usleep(1000);
    }
}
?>
--EXPECT--
terminated: false
terminated: PDOException
bad, true
cancelled by the server: true
pg_cancel_query: true, own
handled meanwhile: 0
answer, handled: 1
child: own
parent: answer
exit: shutdown; 3
fatal error: shutdown; 255
end of the script: shutdown; 0
exception: shutdown; 255
