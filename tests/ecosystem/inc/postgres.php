<?php
// PostgreSQL, for pgsql and PDO.
declare(strict_types=1);
require_once __DIR__ . '/../../inc/postgresql_service.inc';
require_once __DIR__ . '/services.php';

/**
 * An empty one whose user postgres has a database of this name and no password; by TLS, too, with certificate().
 * @return array{string, int, string} host, port, and the directory of its unix socket, which is a host to libpq
 */
function postgres_server(bool $with_tls = false, string ...$options): array
{
    chmod(temp_path(''), 0711); // where we are root, it is not
    $directory = temp_path('postgres');
    return ['127.0.0.1', postgresql_service($directory, $with_tls ? certificate() : '', ...$options), $directory];
}
