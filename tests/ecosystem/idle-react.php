<?php
// library: react/socket
// only: uvstream
// limit: 300
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/react.php';
require __DIR__ . '/inc/idle.php';

use React\Socket\ConnectionInterface;
use React\Socket\SocketServer;
use React\Stream\ReadableResourceStream;

scenario('a server holds ' . IDLE . ' idle connections while it serves others', function () {
    $server = new SocketServer('127.0.0.1:0', ['tcp' => ['backlog' => 4096]]);
    $open = $most = 0;
    $server->on('connection', function (ConnectionInterface $connection) use (&$open, &$most) {
        $most = max($most, ++$open);
        $buffer = '';
        $connection->on('data', function (string $data) use ($connection, &$buffer) {
            $buffer .= $data;
            $connection->write(answers($buffer));
        });
        $connection->on('close', function () use (&$open) {
            $open--;
        });
    });
    [$process, $output] = idle_clients(substr($server->getAddress(), strlen('tcp://')));
    $said = await(collect(new ReadableResourceStream($output)));
    $server->close();
    run(); // until the last connection is closed
    return all_served($said, $most, $open) && proc_close($process) === 0;
});
