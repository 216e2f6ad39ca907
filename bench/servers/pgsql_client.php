<?php
// Row 22b: a client of the PostgreSQL in the directory that the environment names. Argument: how many queries.
require __DIR__ . '/common.php';

$pgsql = pg_connect('dbname=postgres user=postgres port=5432 host=' . getenv('BENCH_POSTGRESQL'));
pg_query($pgsql, 'SELECT 1');
$begin = cpu_us();
for ($count = 0; $count < (int) $argv[1] && pg_fetch_result(pg_query($pgsql, 'SELECT 1'), 0, 0) === '1'; $count++);
print_result($count, cpu_us() - $begin);
