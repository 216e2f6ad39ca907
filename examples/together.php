<?php
// Asks a web server by Guzzle, PostgreSQL by PDO and MySQL by mysqli, each of which takes a while: one after the other, and then
// together. Usage: bin/run examples/together.php vendor/autoload.php URL PGSQL_DSN MYSQL_PORT
declare(strict_types=1);

use GuzzleHttp\Client;

$argc === 5 || exit("Usage: together.php vendor/autoload.php URL PGSQL_DSN MYSQL_PORT\n");
[, $autoload, $url, $dsn, $port] = $argv;
require $autoload; // of a project with guzzlehttp/guzzle

$guzzle = new Client();
$pdo = new PDO($dsn);
$mysqli = new mysqli('127.0.0.1', 'root', '', '', (int) $port);
$calls = [
    'Guzzle' => fn () => $guzzle->get($url)->getStatusCode(),
    'PDO' => fn () => $pdo->query("SELECT 'from PostgreSQL', pg_sleep(0.2)")->fetchColumn(),
    'mysqli' => fn () => $mysqli->query("SELECT 'from MySQL', SLEEP(0.2)")->fetch_row()[0],
];
$ways = [
    'one after the other' => fn () => array_map(fn ($call) => $call(), $calls),
    'together' => fn () => Uvstream\all($calls),
];
foreach ($ways as $way => $call_all) {
    $began = hrtime(true);
    foreach ($call_all() as $client => $answer) {
        echo "$client: $answer\n";
    }
    printf("%s: %.2f s\n", $way, (hrtime(true) - $began) / 1e9);
}
