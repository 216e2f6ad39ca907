<?php
// extension: mysqlnd mysqli
// needs: mariadb-server
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/amp.php';
require __DIR__ . '/inc/mariadb.php';

use Revolt\EventLoop;

use function Amp\async;
use function Amp\Future\await;

// (Stock PHP lists the scenarios.)
if (extension_loaded('uvstream')) require dirname(__DIR__, 2) . '/examples/revolt_bridge.php';

scenario('mysqli in 20 of Amp\'s fibers: they wait at once, also to connect by TLS', function () {
    $port = mariadb_server();
    new mysqli('127.0.0.1', 'root', '', 't', $port);
    $began = hrtime(true);
    $running = $most = 0;
    for ($i = 0; $i < 20; ++$i) {
        $asked[] = async(function () use ($port, $i, &$running, &$most) {
            $mysqli = mysqli_init();
            if ($i % 2) $mysqli->ssl_set(null, null, authority(), null, null);
            $mysqli->real_connect('127.0.0.1', 'root', '', 't', $port, null, $i % 2 ? MYSQLI_CLIENT_SSL : 0);
            $most = max($most, ++$running);
            $answer = $mysqli->query("SELECT SLEEP(0.5), $i")->fetch_row()[1];
            --$running;
            return $answer;
        });
    }
    echo implode(' ', await($asked)), "\n";
    // One after the other, ten seconds.
    return holds('all at once', $most === 20) && holds('not one after the other', hrtime(true) - $began < 6e9);
});

scenario('fread and fwrite in fibers, beside one of Amp\'s own streams and a timer', function () {
    [$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $data = payload(3_000_000);
    $write = async(function () use ($a, $data) {
        fwrite($a, $data);
        stream_socket_shutdown($a, STREAM_SHUT_WR);
        return stream_get_contents($a);
    });
    $read = async(function () use ($b, $data) {
        $same = stream_get_contents($b) === $data;
        Amp\delay(0.01);
        fwrite($b, $same ? 'the same' : 'not the same');
        fclose($b);
    });
    await([$read]);
    echo $write->await(), "\n";
    [$c] = $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    stream_set_timeout($c, 0, 20000);
    $read = async(fn () => fread($c, 10));
    $ticks = 0;
    $id = EventLoop::repeat(0.001, function () use (&$ticks) { ++$ticks; });
    var_dump($read->await(), stream_get_meta_data($c)['timed_out']);
    EventLoop::cancel($id);
    return $ticks > 0;
});

scenario('an exception that ends a fiber\'s wait leaves nothing behind in the loop, and the stream as it was', function () {
    [$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $suspension = null;
    $read = async(function () use ($a, &$suspension) {
        $suspension = EventLoop::getSuspension();
        return fread($a, 10);
    });
    Amp\delay(0);
    $suspension->throw(new RuntimeException('enough'));
    fails(fn () => $read->await());
    fwrite($b, 'later');
    echo await([async(fn () => fread($a, 10))])[0], "\n";
    return EventLoop::getIdentifiers() === [];
});
