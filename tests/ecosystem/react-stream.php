<?php
// library: react/stream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/react.php';

use React\EventLoop\Loop;
use React\Stream\DuplexResourceStream;
use React\Stream\ReadableResourceStream;
use React\Stream\WritableResourceStream;

scenario('a readable stream ends, then closes', function () {
    [$ours, $theirs] = pair();
    $stream = new ReadableResourceStream($ours);
    narrate('reader', $stream, 'data', 'end', 'error', 'close');
    fwrite($theirs, 'hello');
    fclose($theirs);
    run();
    var_dump($stream->isReadable(), is_resource($ours));
    return !$stream->isReadable();
});

scenario('close() gives no end, and nothing after it', function () {
    [$ours, $theirs] = pair();
    $stream = new ReadableResourceStream($ours);
    narrate('reader', $stream, 'data', 'end', 'error', 'close');
    fwrite($theirs, 'hello');
    $stream->on('data', fn () => $stream->close());
    run();
    $stream->close();
    return feof($theirs) || fread($theirs, 1) === '';
});

scenario('chunks are no longer than was asked for', function () {
    [$ours, $theirs] = pair();
    $stream = new ReadableResourceStream($ours, null, 4);
    narrate('reader', $stream, 'data', 'end', 'close');
    fwrite($theirs, 'abcdefghij');
    fclose($theirs);
    run();
    return true;
});

scenario('nothing comes while paused, and nothing is lost', function () {
    [$ours, $theirs] = pair();
    $stream = new ReadableResourceStream($ours, null, 3);
    narrate('reader', $stream, 'data', 'end', 'close');
    $stream->once('data', function () use ($stream) {
        $stream->pause();
        Loop::addTimer(0.02, function () use ($stream) {
            echo "resume\n";
            $stream->resume();
        });
    });
    fwrite($theirs, 'abcdef');
    fclose($theirs);
    run();
    return true;
});

scenario('8 MB through a writable stream: false above the limit, drain below it', function () {
    [$ours, $theirs] = pair();
    $writer = new WritableResourceStream($ours, null, 100_000);
    $data = payload(8_000_000);
    $sent = $drains = $refusals = 0;
    $fill = function () use ($writer, $data, &$sent, &$refusals) {
        while ($sent < strlen($data)) {
            $chunk = substr($data, $sent, 30_000);
            $sent += strlen($chunk);
            if (!$writer->write($chunk)) {
                $refusals++;
                return;
            }
        }
        $writer->end();
    };
    $writer->on('drain', function () use ($fill, &$drains) {
        $drains++;
        $fill();
    });
    $fill();
    $got = await(collect(new ReadableResourceStream($theirs)));
    echo strlen($got), ' ', md5($got), "\n";
    return $got === $data && $drains > 1 && $drains === $refusals;
});

scenario('end() flushes what was written before it closes', function () {
    [$ours, $theirs] = pair();
    $writer = new WritableResourceStream($ours);
    narrate('writer', $writer, 'drain', 'error', 'close');
    $data = payload(2_000_000);
    var_dump($writer->write($data));
    $writer->end("\nend");
    var_dump($writer->write('too late'), $writer->isWritable(), is_resource($ours));
    $got = await(collect(new ReadableResourceStream($theirs)));
    echo strlen($got), ' ', md5($got), "\n";
    return $got === "$data\nend";
});

scenario('close() drops what was not sent yet', function () {
    [$ours, $theirs] = pair();
    $writer = new WritableResourceStream($ours);
    narrate('writer', $writer, 'drain', 'error', 'close');
    $writer->write('never sent');
    $writer->close();
    $got = await(collect(new ReadableResourceStream($theirs)));
    return $got === '';
});

scenario('pipe() holds the source back while the target is slow', function () {
    [$a, $b] = pair();
    [$c, $d] = pair();
    $data = payload(4_000_000);
    (new WritableResourceStream($a))->end($data);
    $source = new ReadableResourceStream($b);
    $target = new WritableResourceStream($c, null, 10_000);
    $drains = 0;
    $target->on('drain', function () use (&$drains) {
        $drains++;
    });
    $source->pipe($target);
    $got = '';
    Loop::addPeriodicTimer(0.0005, function ($timer) use ($d, &$got) { // reads a little at a time
        $got .= fread($d, 100_000);
        feof($d) && Loop::cancelTimer($timer);
    });
    stream_set_blocking($d, false);
    run();
    echo strlen($got), ' ', md5($got), "\n";
    return $got === $data && $drains > 10;
});

scenario('a duplex stream echoes megabytes both ways at once', function () {
    [$ours, $theirs] = pair();
    $echo = new DuplexResourceStream($theirs);
    $echo->pipe($echo);
    $stream = new DuplexResourceStream($ours);
    narrate('stream', $stream, 'end', 'error', 'close');
    $data = payload(5_000_000);
    $got = '';
    $stream->on('data', function (string $chunk) use ($stream, $data, &$got) {
        $got .= $chunk;
        strlen($got) === strlen($data) && $stream->end();
    });
    $stream->write($data);
    run();
    echo strlen($got), ' ', md5($got), "\n";
    return $got === $data;
});

scenario('a child process between two pipes', function () {
    $child = proc_open(php_command('-r', 'while (($s = fread(STDIN, 8192)) !== "") echo strrev($s); fwrite(STDERR, "done");'),
        [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
    $data = str_repeat('ab', 1_500_000);
    $in = new WritableResourceStream($pipes[0]);
    narrate('stdin', $in, 'error', 'close');
    $in->end($data);
    [$out, $error] = await(React\Promise\all([
        collect(new ReadableResourceStream($pipes[1])),
        collect(new ReadableResourceStream($pipes[2])),
    ]));
    echo strlen($out), ' ', array_sum(count_chars($out, 1)), " $error\n";
    return substr_count($out, 'a') === 1_500_000 && proc_close($child) === 0;
});

scenario('a pipe whose reader is gone', function () {
    $child = proc_open(php_command('-r', 'fclose(STDIN); echo "closed"; fgets(fopen("php://fd/3", "r"));'),
        [['pipe', 'r'], ['pipe', 'w'], 3 => ['pipe', 'r']], $pipes);
    echo fread($pipes[1], 100), "\n";
    $in = new WritableResourceStream($pipes[0]);
    narrate('stdin', $in, 'error', 'close');
    $in->write('anybody there?');
    run();
    fclose($pipes[3]);
    return !$in->isWritable() && proc_close($child) === 0;
});

scenario('a peer that is gone is an error for a writer, and closes it', function () {
    [$ours, $theirs] = pair();
    fclose($theirs);
    $writer = new WritableResourceStream($ours);
    narrate('writer', $writer, 'drain', 'error', 'close');
    $writer->write('anybody there?');
    run();
    return !$writer->isWritable();
});

scenario('a connection that was reset', function () {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $ours = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
    $theirs = stream_socket_accept($server);
    $linger = ['l_onoff' => 1, 'l_linger' => 0];
    socket_set_option(socket_import_stream($theirs), SOL_SOCKET, SO_LINGER, $linger);
    fwrite($theirs, 'last words');
    $stream = new DuplexResourceStream($ours);
    narrate('stream', $stream, 'data', 'end', 'error', 'close');
    $stream->on('data', function () use (&$theirs) {
        fclose($theirs);
    });
    run();
    return !$stream->isReadable();
});

scenario('a fifo', function () {
    posix_mkfifo($path = temp_path('fifo'), 0600);
    $reader = new ReadableResourceStream(fopen($path, 'r+'), null, 65536); // r+: opening does not wait for a writer
    $writer = new WritableResourceStream(fopen($path, 'a'));
    $data = payload(300_000);
    $got = '';
    $reader->on('data', function (string $chunk) use ($reader, $data, &$got) {
        $got .= $chunk;
        strlen($got) === strlen($data) && $reader->close();
    });
    $writer->end($data);
    run();
    echo md5($got), "\n";
    return $got === $data;
});

scenario('streams of the wrong mode are refused', function () {
    [$reading, $writing] = [fopen('/dev/null', 'r'), fopen('/dev/null', 'w')];
    foreach ([fn () => new ReadableResourceStream($writing), fn () => new WritableResourceStream($reading),
        fn () => new DuplexResourceStream($reading), fn () => new DuplexResourceStream('nothing')] as $make) {
        try {
            $make();
        } catch (InvalidArgumentException $e) {
            echo $e->getMessage(), "\n";
            $refused[] = true;
        }
    }
    return count($refused) === 4;
});

scenario('300 duplex streams talk at once', function () {
    $promises = [];
    for ($i = 0; $i < 300; $i++) {
        [$ours, $theirs] = pair();
        $server = new DuplexResourceStream($theirs);
        $server->on('data', function (string $data) use ($server) {
            $server->end(strtoupper($data) . payload(20_000));
        });
        $client = new DuplexResourceStream($ours);
        $client->write("client $i ");
        $promises[] = collect($client);
    }
    $all = await(React\Promise\all($promises));
    $good = 0;
    foreach ($all as $i => $got) {
        $good += (int) ($got === "CLIENT $i " . payload(20_000));
    }
    echo "$good of ", count($all), "\n";
    return $good === 300;
});
