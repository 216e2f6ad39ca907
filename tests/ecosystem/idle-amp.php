<?php
// library: amphp/socket
// only: uvstream
// limit: 300
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/amp.php';
require __DIR__ . '/inc/idle.php';

use Amp\Socket\Socket;

use function Amp\async;
use function Amp\ByteStream\buffer;

scenario('a server holds ' . IDLE . ' idle connections, each in a fiber, while it serves others', function () {
    $server = Amp\Socket\listen('127.0.0.1:0', (new Amp\Socket\BindContext())->withBacklog(4096));
    $open = $most = 0;
    $serve = function (Socket $client) use (&$open, &$most): void {
        $most = max($most, ++$open);
        $buffer = '';
        while (($data = $client->read()) !== null) {
            $buffer .= $data;
            $client->write(answers($buffer));
        }
        $open--;
    };
    async(function () use ($server, $serve) {
        while ($client = $server->accept()) {
            async($serve, $client);
        }
    });
    [$process, $output] = idle_clients($server->getAddress()->toString());
    $said = buffer(new Amp\ByteStream\ReadableResourceStream($output));
    $server->close();
    Revolt\EventLoop::run(); // until the last connection is closed
    return all_served($said, $most, $open) && proc_close($process) === 0;
});
