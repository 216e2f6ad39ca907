<?php
// library: react/dns
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/react.php';
require __DIR__ . '/inc/name_server.php';

use React\Dns\Config\Config;
use React\Dns\Model\Message;
use React\Dns\Query\FallbackExecutor;
use React\Dns\Query\Query;
use React\Dns\Query\RetryExecutor;
use React\Dns\Query\TcpTransportExecutor;
use React\Dns\Query\TimeoutExecutor;
use React\Dns\Query\UdpTransportExecutor;
use React\Dns\Resolver\Factory;
use React\Dns\Resolver\Resolver;
use React\EventLoop\Loop;

/** The address that our servers give to hostN.test. */
function address_of(string $name): string
{
    $number = (int) substr($name, 4);
    return '10.0.' . intdiv($number, 256) . '.' . $number % 256;
}

function simple_server(): NameServer
{
    return new NameServer(fn (string $name, int $type) => [record($name, $type, address_of($name))]);
}

function fails(React\Promise\PromiseInterface $promise): bool
{
    try {
        var_dump(await($promise));
        return false;
    } catch (Exception $e) {
        echo $e::class, ': ', $e->getMessage(), " ({$e->getCode()})\n";
        return true;
    }
}

scenario('an address by UDP', function () {
    $server = simple_server();
    $address = await((new Factory())->create($server->address)->resolve('host7.test'));
    echo $address, ' ', implode(' ', $server->queries), "\n";
    return $address === '10.0.0.7' && $server->queries === ['host7.test/1/udp'];
});

scenario('records of many kinds', function () {
    $data = [
        Message::TYPE_AAAA => 'fd00::1', Message::TYPE_TXT => ['some text', 'more'], Message::TYPE_CNAME => 'other.test',
        Message::TYPE_MX => ['priority' => 10, 'target' => 'mail.test'],
        Message::TYPE_SRV => ['priority' => 1, 'weight' => 2, 'port' => 80, 'target' => 'web.test'],
    ];
    $server = new NameServer(fn (string $name, int $type) => [record($name, $type, $data[$type])]);
    $resolver = (new Factory())->create($server->address);
    foreach ($data as $type => $_) {
        $got[$type] = await($resolver->resolveAll('name.test', $type))[0];
        echo $type, ' ', json_encode($got[$type]), "\n";
    }
    return $got === $data;
});

scenario('a name that does not exist, one without addresses, and a server that fails', function () {
    $server = new NameServer(fn (string $name) => match ($name) {
        'absent.test' => Message::RCODE_NAME_ERROR, 'empty.test' => [], 'broken.test' => Message::RCODE_SERVER_FAILURE,
    });
    $resolver = (new Factory())->create($server->address);
    foreach (['absent.test', 'empty.test', 'broken.test'] as $name) {
        $failed[] = fails($resolver->resolve($name));
    }
    return $failed === [true, true, true];
});

scenario('an answer too long for UDP is fetched by TCP', function () {
    $text = str_split(base64_encode(payload(20_000)), 200);
    $server = new NameServer(fn (string $name, int $type, string $over) => $over === 'udp'
        ? [[], true]
        : array_map(fn ($part) => record($name, $type, [$part]), $text));
    $all = await((new Factory())->create($server->address)->resolveAll('long.test', Message::TYPE_TXT));
    echo count($all), ' ', implode(' ', $server->queries), "\n";
    return array_merge(...$all) === $text && $server->queries === ['long.test/16/udp', 'long.test/16/tcp'];
});

scenario('a server that does not answer', function () {
    $server = new NameServer(fn () => null);
    foreach ([new UdpTransportExecutor($server->address), new TcpTransportExecutor($server->address)] as $executor) {
        $failed[] = fails((new Resolver(new TimeoutExecutor($executor, 0.05)))->resolve('host1.test'));
    }
    return $failed === [true, true];
});

scenario('a query that is lost is sent again', function () {
    $server = new NameServer(function (string $name, int $type) use (&$queries) {
        return ++$queries === 1 ? null : [record($name, $type, '10.9.8.7')];
    });
    $executor = new RetryExecutor(new TimeoutExecutor(new UdpTransportExecutor($server->address), 1.0));
    echo $address = await((new Resolver($executor))->resolve('host1.test')), "\n";
    return $address === '10.9.8.7' && $queries === 2;
});

scenario('rubbish and answers to other questions are ignored', function () {
    $server = new NameServer(function (string $name, int $type, string $over, callable $send, int $id) {
        $send('rubbish');
        $send('');
        $wrong = new Message();
        [$wrong->id, $wrong->qr] = [($id + 1) % 65536, true];
        $wrong->answers[] = record($name, $type, '6.6.6.6');
        $send((new React\Dns\Protocol\BinaryDumper())->toBinary($wrong));
        return [record($name, $type, '10.1.1.1')];
    });
    echo $address = await((new Factory())->create("udp://$server->address")->resolve('host1.test')), "\n";
    return $address === '10.1.1.1';
});

scenario('a port where no name server is', function () {
    $port = free_port();
    $udp = new TimeoutExecutor(new UdpTransportExecutor("127.0.0.1:$port"), 0.05);
    $failed[] = fails((new Resolver($udp))->resolve('host1.test')); // an ICMP answer is none, as libraries do not see it
    $failed[] = fails((new Resolver(new TcpTransportExecutor("127.0.0.1:$port")))->resolve('host1.test'));
    return $failed === [true, true];
});

scenario('the second server is asked where the first one fails', function () {
    $server = simple_server();
    $dead = '127.0.0.1:' . free_port();
    $executor = new FallbackExecutor(new TcpTransportExecutor($dead), new UdpTransportExecutor($server->address));
    echo await((new Resolver($executor))->resolve('host3.test')), "\n";
    $config = new Config();
    $config->nameservers = ["tcp://$dead", "tcp://$dead", "udp://$server->address"];
    echo $address = await((new Factory())->create($config)->resolve('host4.test')), "\n";
    return $address === '10.0.0.4' && $server->queries === ['host3.test/1/udp', 'host4.test/1/udp'];
});

scenario('a query that is cancelled', function () {
    $server = new NameServer(fn () => null);
    foreach (['udp', 'tcp'] as $scheme) {
        $promise = (new Factory())->create("$scheme://$server->address")->resolve('host1.test');
        Loop::addTimer(0.005, $promise->cancel(...));
        $failed[] = fails($promise);
    }
    $server->close();
    run(); // and nothing is left in the loop
    return $failed === [true, true];
});

scenario('two who ask at once and one who asks later cost one query', function () {
    $server = simple_server();
    $resolver = (new Factory())->createCached($server->address);
    $both = await(React\Promise\all([$resolver->resolve('host5.test'), $resolver->resolve('host5.test')]));
    $third = await($resolver->resolve('host5.test'));
    echo implode(' ', [...$both, $third]), ', asked ', count($server->queries), " times\n";
    return count($server->queries) === 1;
});

scenario('100 queries over one TCP connection, answered in reverse', function () {
    $held = [];
    $server = new NameServer(function (string $name, int $type, string $over, callable $send, int $id) use (&$held) {
        $answers = [record($name, $type, address_of($name))];
        $reply = Message::createResponseWithAnswersForQuery(new Query($name, $type, 1), $answers);
        $reply->id = $id;
        $held[] = fn () => $send((new React\Dns\Protocol\BinaryDumper())->toBinary($reply));
        if (count($held) === 100) {
            array_map(fn ($answer) => $answer(), array_reverse($held));
        }
    });
    $resolver = new Resolver(new TcpTransportExecutor($server->address));
    for ($i = 0; $i < 100; $i++) {
        $promises[] = $resolver->resolve("host$i.test");
    }
    $addresses = await(React\Promise\all($promises));
    echo count($addresses), ' ', $addresses[99], "\n";
    return $addresses === array_map(fn ($i) => "10.0.0.$i", range(0, 99));
});

scenario('300 queries by UDP at once', function () {
    $server = simple_server();
    $resolver = (new Factory())->create($server->address);
    for ($i = 0; $i < 300; $i++) {
        $promises[] = $resolver->resolve("host$i.test");
    }
    $addresses = await(React\Promise\all($promises));
    echo count($addresses), ' ', $addresses[299], "\n";
    return $addresses === array_map(fn ($i) => address_of("host$i"), range(0, 299));
});

scenario('a connection by name, to the one of two addresses that answers', function () {
    $target = new React\Socket\SocketServer('127.0.0.1:0');
    $target->on('connection', fn ($connection) => $connection->end('hello'));
    $addresses = [Message::TYPE_A => '127.0.0.1', Message::TYPE_AAAA => '::1'];
    $server = new NameServer(fn (string $name, int $type) => [record($name, $type, $addresses[$type])]);
    $connector = new React\Socket\Connector(['dns' => $server->address]);
    $client = await($connector->connect('web.test:' . parse_url($target->getAddress(), PHP_URL_PORT)));
    echo $client->getRemoteAddress(), ' ', $reply = await(collect($client)), "\n";
    sort($server->queries);
    echo implode(' ', $server->queries), "\n";
    return $reply === 'hello';
});
