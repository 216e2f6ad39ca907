<?php
// library: guzzlehttp/guzzle
// extension: curl mysqlnd mysqli pdo_pgsql
// needs: nginx mariadb-server postgresql
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/mariadb.php';
require __DIR__ . '/inc/postgres.php';
require __DIR__ . '/inc/slow_web.php';

scenario('examples/together.php', function () {
    $servers = [slow_nginx() . '/slow/x', 'pgsql:host=127.0.0.1 user=postgres port=' . postgres_server()[1], mariadb_server()];
    $autoload = (new ReflectionClass(Composer\Autoload\ClassLoader::class))->getFileName();
    $example = dirname(__DIR__, 2) . '/examples/together.php';
    $arguments = [$example, dirname($autoload, 2) . '/autoload.php', ...array_map(strval(...), $servers)];
    for ($tries = 0; $tries < 3; $tries++) {
        $said = shell_exec(implode(' ', array_map(escapeshellarg(...), php_command(...$arguments))));
        preg_match_all('/^(.*): (\d+\.\d+) s$/m', $said, $m);
        [$before, $after] = $m[2];
        echo "took: one after the other $before s, together $after s\n";
        if ($after < $before / 2) {
            $answers = str_replace($m[0], $m[1], $said);
            echo $answers;
            return substr_count($answers, "Guzzle: 200\nPDO: from PostgreSQL\nmysqli: from MySQL\n") === 2;
        }
    }
    return holds('they wait together', false);
});
