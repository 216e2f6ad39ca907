<?php
// For scenarios of `// tasks: yes`: many jobs at once, and how long they take. On stock PHP it is one after the other.
// The lines that begin with `took: ` are shown in bin/ecosystem's table.
declare(strict_types=1);
require_once __DIR__ . '/services.php';

/**
 * Runs $job($i) in as many tasks, all at once. @param callable(int): mixed $job
 * @return array{list<mixed>, float, float} their results, the seconds from the first one's start to the last one's end, and
 *     those that the slowest took from its own start
 */
function at_once(int $count, callable $job): array
{
    $slowest = 0;
    $timed = function (int $i) use ($job, &$slowest) {
        $began = hrtime(true);
        try {
            return $job($i);
        } finally {
            $slowest = max($slowest, hrtime(true) - $began);
        }
    };
    $began = hrtime(true);
    $results = extension_loaded('uvstream')
        ? Uvstream\all(array_map(fn ($i) => fn () => $timed($i), range(0, $count - 1)))
        : array_map($timed, range(0, $count - 1));
    return [$results, (hrtime(true) - $began) / 1e9, $slowest / 1e9];
}

/** The same, shown in the table. @return list<mixed> the results */
function together(string $what, int $count, callable $job): array
{
    [$results, $wall, $slowest] = at_once($count, $job);
    printf("took: %s: %.3f s, the slowest %.3f s\n", $what, $wall, $slowest);
    return $results;
}

/**
 * The same for jobs that only wait: $job($i, $seconds) has its peer answer that much later. They may take 20 % longer than one
 * of them alone and what all of them take when nobody lets them wait: both are measured first, as the machine may be busy.
 * Of three tries one has to do. @param callable(int, float): mixed $job @return list<mixed> the results
 */
function overlapping(string $what, int $count, float $seconds, callable $job): array
{
    if (!extension_loaded('uvstream')) {
        return together($what, $count, fn ($i) => $job($i, $seconds));
    }
    for ($tries = 0; $tries < 3; $tries++) {
        [, $alone] = at_once(1, fn () => $job(0, $seconds));
        [, $work] = at_once($count, fn ($i) => $job($i, 0));
        [$results, $wall, $slowest] = at_once($count, fn ($i) => $job($i, $seconds));
        $figures = sprintf('%s: %.3f s, the slowest %.3f s, one alone %.3f s', $what, $wall, $slowest, $alone);
        if ($wall <= 1.2 * ($alone + $work)) {
            echo "took: $figures\n";
            return $results;
        }
        printf("too slow: %s, all without waiting %.3f s\n", $figures, $work);
    }
    throw new RuntimeException('they wait for each other');
}

/** @param list<object> $clients @return callable(callable): mixed what calls a function with one that nobody else uses */
function pool(array $clients): callable
{
    if (!extension_loaded('uvstream')) {
        return fn (callable $use) => $use($clients[0]);
    }
    $free = new Uvstream\Channel(count($clients));
    array_map($free->send(...), $clients);
    return function (callable $use) use ($free) {
        $client = $free->receive();
        try {
            return $use($client);
        } finally {
            $free->send($client);
        }
    };
}

/**
 * The same for jobs that take as long as they take, each of which has to return true (what ten of the others return or throw is
 * shown): all of them no longer than the slowest, and a fifth. What keeps the machine busy keeps both. Of three tries one has to
 * do.
 */
function as_long_as_the_slowest(string $what, int $count, callable $job): bool
{
    for ($tries = 0; $tries < 3; $tries++) {
        [$results, $wall, $slowest] = at_once($count, fn (int $i) => outcome(fn () => $job($i)));
        $wrong = array_diff($results, ['true']);
        printf("took: %s: %.3f s, the slowest %.3f s\n", $what, $wall, $slowest);
        if ($wrong !== []) {
            array_map(fn ($i) => printf("%d: %s\n", $i, $wrong[$i]), array_slice(array_keys($wrong), 0, 10));
            return holds('all are right, but for ' . implode(', ', array_keys($wrong)), false);
        }
        if ($wall <= 1.2 * $slowest || !extension_loaded('uvstream')) {
            return true;
        }
    }
    return holds('they do not wait for each other', false);
}

/** True, or an exception that shows what $what is instead, from the first byte on that differs. */
function must_be(string $what, string $wanted, string|bool $got): bool
{
    if ($got === $wanted) {
        return true;
    }
    $at = strspn($wanted ^ (string) $got, "\0");
    $seen = fn (string $text) => '"' . addcslashes(substr($text, $at, 300), "\0..\37\"\\\177..\377") . '"';
    $is = is_string($got) ? strlen($got)   . ' bytes' : json_encode($got);
    throw new RuntimeException(sprintf('%s: %s, not %d; from %d on %s instead of %s', $what, $is, strlen($wanted), $at,
        $seen((string) $got), $seen($wanted)));
}

/** Whether $body is given up after so many seconds. (Stock PHP has no way to.) */
function is_given_up(float $seconds, callable $body): bool
{
    return !extension_loaded('uvstream') || str_contains(outcome(fn () => Uvstream\timeout($seconds, $body)), 'TimeoutException');
}

/**
 * Takes connections in a child, and serves each by $serve($connection), in a task of its own; on stock PHP one after the other.
 * @return string its address
 */
function serving(callable $serve): string
{
    $context = stream_context_create(['socket' => ['backlog' => 2048]]);
    $flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
    $server = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, $flags, $context);
    $address = stream_socket_get_name($server, false);
    $each = extension_loaded('uvstream') ? Uvstream\spawn(...) : fn ($serve, $connection) => $serve($connection);
    $loop = function () use ($server, $serve, $each) {
        while ($connection = stream_socket_accept($server, -1)) {
            $each($serve, $connection);
        }
    };
    in_child(extension_loaded('uvstream') ? fn () => Uvstream\run($loop) : $loop);
    fclose($server);
    return $address;
}
