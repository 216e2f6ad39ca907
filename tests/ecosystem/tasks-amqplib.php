<?php
// peer: rabbitmq-server
// needs: php-amqplib
// tasks: yes
// limit: 120
declare(strict_types=1);

use PhpAmqpLib\Channel\AMQPChannel;
use PhpAmqpLib\Connection\AMQPStreamConnection;
use PhpAmqpLib\Connection\Heartbeat\PCNTLHeartbeatSender;
use PhpAmqpLib\Message\AMQPMessage;
use PhpAmqpLib\Wire\AMQPTable;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/rabbitmq.php';
require __DIR__ . '/inc/tasks.php';

const PAIRS = 20;
const MESSAGES = 50;

function connected(int $port, int $heartbeat = 0): AMQPStreamConnection
{
    require_once 'PhpAmqpLib/autoload.php'; // Debian's
    return new AMQPStreamConnection('127.0.0.1', $port, 'guest', 'guest', read_write_timeout: 30, heartbeat: $heartbeat);
}

/** Sends MESSAGES and one that ends a consumer, and waits until the server has them. */
function produce(AMQPChannel $channel, int $producer): void
{
    $channel->confirm_select();
    for ($i = 0; $i < MESSAGES; $i++) {
        $channel->basic_publish(new AMQPMessage("$producer:$i " . substr(payload($i * 2000), 0, $i * 2000)), '', 'work');
    }
    $channel->basic_publish(new AMQPMessage('end'), '', 'work');
    $channel->wait_for_pending_acks(30);
}

/** @return list<string> what it was sent, up to an end */
function consume(AMQPChannel $channel): array
{
    $got = [];
    $channel->basic_qos(0, 1, false);
    $channel->basic_consume('work', callback: function (AMQPMessage $message) use (&$got) {
        $message->body === 'end' ? $message->getChannel()->basic_cancel($message->getConsumerTag()) : $got[] = $message->body;
        $message->ack(); // after which the next one comes
    });
    while ($channel->is_consuming()) {
        $channel->wait(null, false, 30);
    }
    return $got;
}

scenario('many publish while many consume', function () {
    $port = rabbitmq_server();
    connected($port)->channel()->queue_declare('work', auto_delete: false);
    $work = fn (int $i) => $i < PAIRS ? produce(connected($port)->channel(), $i) : consume(connected($port)->channel());
    $lists = together(PAIRS . ' producers, as many consumers, ' . PAIRS * MESSAGES . ' messages', 2 * PAIRS, $work);
    $got = array_merge(...array_slice($lists, PAIRS));
    foreach ($got as $text) {
        [$name, $body] = explode(' ', $text, 2);
        [$producer, $i] = explode(':', $name);
        $body === substr(payload($i * 2000), 0, $i * 2000) || throw new UnexpectedValueException("$name is not whole");
        $times[$name] = ($times[$name] ?? 0) + 1;
    }
    return [count($got), count($times)] === [PAIRS * MESSAGES, PAIRS * MESSAGES];
});

scenario('many wait for their messages', function () {
    $port = rabbitmq_server();
    $channels = array_map(fn () => connected($port)->channel(), range(1, PAIRS));
    foreach ($channels as $i => $channel) { // what has waited long enough in late:i is sent on to work:i
        $channel->queue_declare("work:$i", auto_delete: false);
        $channel->queue_declare("late:$i", auto_delete: false, arguments: new AMQPTable(['x-dead-letter-exchange' => '', 'x-dead-letter-routing-key' => "work:$i"]));
    }
    $wait = function (int $i, float $seconds) use ($channels) {
        $channel = $channels[$i];
        $channel->basic_publish(new AMQPMessage("for $i", ['expiration' => (string) (int) ($seconds * 1000)]), '', "late:$i");
        $tag = $channel->basic_consume("work:$i", no_ack: true, callback: function ($message) use (&$got) { $got = $message->body; });
        $channel->wait(null, false, 30);
        $channel->basic_cancel($tag);
        return $got;
    };
    return overlapping(PAIRS . ' messages', PAIRS, 0.5, $wait) === array_map(fn ($i) => "for $i", range(0, PAIRS - 1));
});

// The server ends a connection that does not beat, as nobody uses it. Meanwhile one is used, one has a task that beats for it,
// and one has it done in a signal's handler.
scenario('heartbeats', function () {
    $port = rabbitmq_server();
    if (!extension_loaded('uvstream')) {
        return true;
    }
    [$silent, $used, $beating, $signalled] = array_map(fn () => connected($port, 1), range(1, 4));
    $sender = new PCNTLHeartbeatSender($signalled);
    $sender->register();
    $used->channel()->queue_declare('work');
    $consumer = Uvstream\spawn(fn () => consume($used->channel()));
    $beats = Uvstream\spawn(function () use ($beating) {
        while (true) {
            usleep(200_000);
            $beating->checkHeartBeat();
        }
    });
    $socket = $silent->getIO()->getSocket();
    stream_set_blocking($socket, true);
    while (!feof($socket)) {
        fread($socket, 100);
    }
    echo "ended by the server\n";
    produce($beating->channel(), 0);
    $beats->cancel();
    $sender->unregister();
    $signalled->channel()->queue_declare('work', passive: true);
    return count($consumer->await()) === MESSAGES;
});
