--TEST--
50 tasks at once connect and query by pgsql; their answers come in another order than they asked
--EXTENSIONS--
openssl
pgsql
--SKIPIF--
<?php require __DIR__ . '/../inc/postgresql.inc'; skip_without_postgresql(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/postgresql.inc';
require __DIR__ . '/../inc/waits.inc';
use function Uvstream\{all, run, spawn};
$server = new Postgresql();
$connect = fn () => pg_connect($server->unix, PGSQL_CONNECT_FORCE_NEW);
run(function () use ($server, $connect) {
    $control = $connect();
    foreach (range(1, 50) as $i) pg_query($control, "SELECT pg_advisory_lock($i)");
    $ends = [];
    $queries = [
        fn ($link, $i) => pg_query($link, "SELECT $i FROM pg_advisory_lock($i)"),
        fn ($link, $i) => pg_query_params($link, 'SELECT $1::int FROM pg_advisory_lock($1::int)', [$i]),
        function ($link, $i) {
            pg_prepare($link, 'statement', 'SELECT $1::int FROM pg_advisory_lock($1::int)');
            return pg_execute($link, 'statement', [$i]);
        },
    ];
    $tasks = [];
    for ($i = 1; $i <= 50; ++$i) {
        $tasks[$i] = spawn(function () use ($i, $connect, $queries, &$ends) {
            $link = $connect();
            $answer = pg_fetch_result($queries[$i % 3]($link, $i), 0, 0);
            $ends[] = $i;
            return $answer;
        });
    }
    $server->await(50);
    expect('ended', $ends, []);
    $order = [];
    for ($i = 1; $i <= 50; ++$i) $order[] = $i * 7 % 53 > 50 ? 0 : $i * 7 % 53;
    $order = array_values(array_unique([...array_filter($order), ...range(1, 50)]));
    foreach ($order as $i) {
        pg_query($control, "SELECT pg_advisory_unlock($i)");
        expect('answer', $tasks[$i]->await(), (string) $i);
    }
    expect('order', $ends, $order);
    echo count($ends), " answers\n";
});
?>
--EXPECT--
50 answers
