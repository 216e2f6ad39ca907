<?php
// An HTTP/1.1 server, a task for each connection, that stops gracefully: on SIGTERM or SIGINT it accepts nobody any more,
// answers what has begun, with "Connection: close", and lets go of connections without a request. What has not ended
// after GRACE seconds is cancelled.
// Usage: bin/run examples/tasks/http_server.php [ADDRESS [GRACE]]
declare(strict_types=1);

require __DIR__ . '/../inc/serve.php';
require __DIR__ . '/../inc/task_server.php';

use Uvstream\CancelledError;
use function Uvstream\{delay, run};

/** @return array{int, string} */
function application(string $method, string $target, string $body): array
{
    if (preg_match('~^/delay/(\d{1,3}(?:\.\d{1,3})?)$~', $target, $found)) {
        try {
            delay((float) $found[1]);
        } catch (CancelledError $e) {
            return [503, "{$e->reason->name}\n"];
        }
    }
    return [200, "$method $target '$body'\n"];
}

$listener = listen($argv[1] ?? 'tcp://127.0.0.1:0');
$server = new TaskServer($listener, application(...));
pcntl_async_signals(true);
foreach ([SIGTERM, SIGINT] as $signal) {
    pcntl_signal($signal, $server->stop(...));
}
echo 'It serves on http://', stream_socket_get_name($listener, false), "/\n";
register_shutdown_function(fn () => print("stopped\n"));
run($server->serve(...), (float) ($argv[2] ?? 5));
