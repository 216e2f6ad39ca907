--TEST--
One connection of pgsql's is in one call at a time wherever the extension lies, as where it is linked into PHP: here in a file of another name
--SKIPIF--
<?php
require __DIR__ . '/../inc/postgresql.inc';
skip_without_postgresql();
exec(escapeshellarg(PHP_BINARY) . ' -n -r "exit((int) extension_loaded(\'pgsql\'));"', $output, $is_linked);
if ($is_linked) die('skip pgsql is linked into PHP');
if (!is_file($file = ini_get('extension_dir') . '/pgsql.so')) die('skip no shared pgsql');
if (!str_contains((string) shell_exec('ldd ' . escapeshellarg($file)), 'libpq.so')) die('skip libpq is part of pgsql');
?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
require __DIR__ . '/../inc/temp_path.inc';
copy(ini_get('extension_dir') . '/pgsql.so', $copy = temp_path('another') . '.so');
$code = <<<'CODE'
    require "$argv[1]/postgresql.inc";
    require "$argv[1]/waits.inc";
    $server = new Postgresql();
    Uvstream\run(function () use ($server) {
        $link = pg_connect($server->unix, PGSQL_CONNECT_FORCE_NEW);
        $query = fn ($sql) => Uvstream\spawn(fn () => pg_fetch_result(pg_query($link, $sql), 0, 0));
        $server->query('SELECT pg_advisory_lock(1)');
        $first = $query("SELECT 'first' FROM pg_advisory_lock(1)");
        $server->await(1);
        let_wait($second = $query("SELECT 'second'"));
        $server->query('SELECT pg_advisory_unlock(1)');
        echo $first->await(), ' ', $second->await(), "\n";
    });
    CODE;
$options = array_slice(php_with_options(), 1);
$command = [PHP_BINARY, '-n', ...$options, '-d', "extension=$copy", '-r', $code, '--', __DIR__ . '/../inc'];
passthru(implode(' ', array_map('escapeshellarg', $command)));
unlink($copy);
?>
--EXPECT--
first second
