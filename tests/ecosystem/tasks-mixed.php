<?php
// library: curl, pgsql, mysqli, redis
// extension: curl pgsql mysqlnd mysqli igbinary redis
// needs: nginx postgresql mariadb-server redis-server
// tasks: yes
// limit: 180
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/mariadb.php';
require __DIR__ . '/inc/postgres.php';
require __DIR__ . '/inc/slow_web.php';

const EACH = 50;

/** @return Closure(int, float): CurlHandle one that asks for this number, which is answered so much later */
function asking(string $web): Closure
{
    $curl = curl_init();
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
    return function (int $i, float $seconds) use ($curl, $web) {
        curl_setopt($curl, CURLOPT_URL, $web . ($seconds > 0 ? '/slow' : '') . "/$i");
        return $curl;
    };
}

/**
 * EACH clients of four servers, each on a connection of its own.
 * @return list<Closure(int, float): int> what waits so long, and then has the number
 */
function clients(): array
{
    [$web, $mariadb] = [slow_nginx(), mariadb_server()];
    [[$redis], [, $postgres]] = [redis_server(false, '--hz', '500'), postgres_server()];
    for ($n = 0; $n < EACH; $n++) {
        $ask = asking($web);
        $clients[] = fn (int $i, float $seconds) => (int) trim(curl_exec($ask($i, $seconds)));
        $pgsql = pg_connect("host=127.0.0.1 port=$postgres user=postgres dbname=postgres", PGSQL_CONNECT_FORCE_NEW);
        $clients[] = fn (int $i, float $seconds) => (int) pg_fetch_result(pg_query($pgsql, "SELECT $i, pg_sleep($seconds)"), 0, 0);
        $mysqli = new mysqli('127.0.0.1', 'root', '', 't', $mariadb);
        $clients[] = fn (int $i, float $seconds) => (int) $mysqli->query("SELECT $i, SLEEP($seconds)")->fetch_row()[0];
        $client = new Redis();
        $client->connect('127.0.0.1', $redis);
        $clients[] = fn (int $i, float $seconds) => $client->rawCommand('BLPOP', 'none', (string) max($seconds, 0.001)) ? -1 : $i;
    }
    return $clients;
}

scenario('50 calls of each at once', function () {
    $clients = clients();
    $call = fn (int $i, float $seconds) => $clients[$i]($i, $seconds);
    array_map(fn (int $i) => $call($i, 0), array_keys($clients)); // curl connects no sooner
    return overlapping('200 calls of 0.2 s', count($clients), 0.2, $call) === array_keys($clients);
});

// What the part of curl would be by itself, without tasks.
scenario('50 calls of curl by curl_multi', function () {
    $web = slow_nginx();
    $all = array_map(fn () => asking($web), range(1, EACH));
    $multi = curl_multi_init();
    foreach ([0, 0.2] as $seconds) { // the first time, they connect
        $began = hrtime(true);
        $handles = array_map(fn ($ask, $i) => $ask($i, $seconds), $all, array_keys($all));
        array_map(fn ($curl) => curl_multi_add_handle($multi, $curl), $handles);
        do {
            curl_multi_exec($multi, $running);
            $running && curl_multi_select($multi);
        } while ($running);
        array_map(fn ($curl) => curl_multi_remove_handle($multi, $curl), $handles);
        $took = (hrtime(true) - $began) / 1e9;
    }
    printf("took: %d calls of curl by curl_multi: %.3f s\n", EACH, $took);
    return array_map(fn ($curl) => (int) trim(curl_multi_getcontent($curl)), $handles) === array_keys($all);
});
