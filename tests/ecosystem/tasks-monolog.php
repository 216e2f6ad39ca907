<?php
// library: monolog/monolog
// only: uvstream
// limit: 120
declare(strict_types=1);

use Monolog\Formatter\LineFormatter;
use Monolog\Handler\SocketHandler;
use Monolog\Logger;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/tasks.php';

const TASKS = 50;
const RECORDS = 100;

function handler(string $address): SocketHandler
{
    $handler = new SocketHandler($address, timeout: 30);
    $handler->setFormatter(new LineFormatter("%message% %context%\n"));
    return $handler;
}

/** What is written in the record of this number: some are larger than any buffer of a socket. @return array{string, string} */
function record(int $task, int $n): array
{
    return ["task $task record $n", str_repeat(chr(97 + ($task + $n) % 26), $n % 50 === 49 ? 400_000 : $n * 7)];
}

/** Logs from TASKS tasks; those who take it read slowly at first. @param callable(int, string): Logger $logger of a task */
function logs(callable $logger): bool
{
    $listener = stream_socket_server('tcp://127.0.0.1:0');
    $address = 'tcp://' . stream_socket_get_name($listener, false);
    $lines = [];
    $reading = Uvstream\spawn(function () use ($listener, &$lines) {
        while (true) {
            $connection = stream_socket_accept($listener, -1);
            Uvstream\spawn(function ($connection) use (&$lines) {
                Uvstream\delay(0.05);
                while (($line = fgets($connection)) !== false) {
                    $lines[] = $line;
                }
            }, $connection);
        }
    });
    together('records', TASKS, function (int $i) use ($logger, $address) {
        $log = $logger($i, $address);
        for ($n = 0; $n < RECORDS; $n++) {
            [$text, $more] = record($i, $n);
            $log->info($text, ['more' => $more]);
        }
    });
    for ($polls = 0; count($lines) < TASKS * RECORDS && $polls < 1000; $polls++) {
        Uvstream\delay(0.01);
    }
    $reading->cancel();
    return are_whole($lines);
}

/** @param list<string> $lines */
function are_whole(array $lines): bool
{
    $next = array_fill(0, TASKS, 0);
    $wrong = 0;
    foreach ($lines as $line) {
        sscanf($line, 'task %d record %d', $task, $n);
        [$text, $more] = record((int) $task, (int) $n);
        $wrong += (int) ($line !== $text . ' ' . json_encode(['more' => $more]) . "\n");
        $wrong += (int) ($n !== ($next[$task] ?? -1));
        $next[$task] = $n + 1;
    }
    echo count($lines), " records, $wrong wrong\n";
    return $wrong === 0 && count($lines) === TASKS * RECORDS;
}

scenario('a handler of each task', function () {
    return logs(fn (int $i, string $address) => new Logger("task $i", [handler($address)]));
});

scenario('one handler of them all', function () {
    return logs(function (int $i, string $address) {
        static $log = null;
        return $log ??= new Logger('shared', [handler($address)]);
    });
});
