<?php
// library: amphp/byte-stream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/amp.php';

use Amp\ByteStream\BufferedReader;
use Amp\ByteStream\ReadableResourceStream;
use Amp\ByteStream\WritableResourceStream;
use Amp\DeferredCancellation;
use Amp\TimeoutCancellation;

use function Amp\async;
use function Amp\ByteStream\buffer;
use function Amp\ByteStream\pipe;
use function Amp\ByteStream\splitLines;

/** @return array{ReadableResourceStream, WritableResourceStream} */
function channel(int $chunk = 8192): array
{
    [$a, $b] = pair();
    return [new ReadableResourceStream($a, $chunk), new WritableResourceStream($b)];
}

scenario('read() returns chunks, then null', function () {
    [$reader, $writer] = channel(4);
    $writer->write('abcdefghij');
    $writer->end();
    while (($chunk = $reader->read()) !== null) {
        echo "$chunk\n";
    }
    var_dump($reader->isReadable(), $reader->read());
    return true;
});

scenario('buffer() gathers 6 MB that another fiber writes', function () {
    [$reader, $writer] = channel(65536);
    $data = payload(6_000_000);
    $writing = async(function () use ($writer, $data) {
        foreach (str_split($data, 100_000) as $part) {
            $writer->write($part);
        }
        $writer->end();
        return 'written';
    });
    $got = buffer($reader);
    echo $writing->await(), ' ', strlen($got), ' ', md5($got), "\n";
    return $got === $data;
});

scenario('write() waits until the peer reads', function () {
    [$reader, $writer] = channel(65536);
    $written = false;
    $writing = async(function () use ($writer, &$written) {
        $writer->write(payload(2_000_000));
        $written = true;
        $writer->end();
    });
    Amp\delay(0.02);
    var_dump($written);
    $waited = !$written;
    $got = buffer($reader);
    $writing->await();
    var_dump($written, strlen($got));
    return $waited && $got === payload(2_000_000);
});

scenario('several fibers write, each whole', function () {
    [$reader, $writer] = channel(65536);
    $letters = range('a', 'h');
    $writing = array_map(fn ($letter) => async(fn () => $writer->write(str_repeat($letter, 300_000))), $letters);
    async(function () use ($writing, $writer) {
        Amp\Future\await($writing);
        $writer->end();
    });
    $runs = implode(array_map(fn ($part) => count_chars($part, 3), str_split($got = buffer($reader), 300_000)));
    echo strlen($got), " $runs\n";
    return $runs === implode($letters);
});

scenario('pipe() through two channels', function () {
    [$source, $first] = channel();
    [$end, $second] = channel();
    $data = payload(3_000_000);
    async(function () use ($first, $data) {
        $first->write($data);
        $first->end();
    });
    $piping = async(function () use ($source, $second) {
        $bytes = pipe($source, $second);
        $second->end();
        return $bytes;
    });
    $got = buffer($end);
    echo $piping->await(), ' ', md5($got), "\n";
    return $got === $data;
});

scenario('lines and lengths', function () {
    [$reader, $writer] = channel(5);
    async(function () use ($writer) {
        foreach (["one\ntw", "o\r\n", "\nlast", ' line'] as $part) {
            $writer->write($part);
            Amp\delay(0.001);
        }
        $writer->end();
    });
    foreach (splitLines($reader) as $line) {
        var_dump($line);
    }
    [$reader, $writer] = channel(5);
    $writer->write("0005hello|rest");
    $writer->end();
    $buffered = new BufferedReader($reader);
    echo $buffered->readLength((int) $buffered->readLength(4)), ' ', $buffered->readUntil('|'), ' ', $buffered->buffer(), "\n";
    return true;
});

scenario('a read that is cancelled, and goes on later', function () {
    [$reader, $writer] = channel();
    $failed[] = fails(fn () => $reader->read(new TimeoutCancellation(0.01)));
    $cancellation = new DeferredCancellation();
    Revolt\EventLoop::delay(0.001, fn () => $cancellation->cancel());
    $failed[] = fails(fn () => $reader->read($cancellation->getCancellation()));
    $writer->write('after all');
    echo $reader->read(), "\n";
    return $failed === [true, true];
});

scenario('two fibers may not read from one stream', function () {
    [$reader, $writer] = channel();
    $first = async($reader->read(...));
    $second = async($reader->read(...));
    try {
        $second->await();
    } catch (Error $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
        $writer->write('for the first');
        return $first->await() === 'for the first';
    }
});

scenario('close() wakes who reads, and ends writing', function () {
    [$reader, $writer] = channel();
    $reading = async($reader->read(...));
    Revolt\EventLoop::delay(0.001, fn () => $reader->close());
    var_dump($reading->await(), $reader->isClosed());
    $failed[] = fails(function () use ($writer) {
        while (true) {
            $writer->write('anybody there?');
        }
    }, '/After \d+ attempts|of \d+ bytes/');
    [, $writer] = channel();
    $writer->close();
    $failed[] = fails(fn () => $writer->write('too late'));
    return $failed === [true, true];
});

scenario('closing while a write waits', function () {
    [$reader, $writer] = channel();
    $writing = async(fn () => $writer->write(payload(3_000_000)));
    Amp\delay(0.005);
    $writer->close();
    return fails($writing->await(...));
});

scenario('a child process between two pipes', function () {
    $child = proc_open(php_command('-r', 'while (($s = fread(STDIN, 8192)) !== "") echo strtoupper($s);'),
        [['pipe', 'r'], ['pipe', 'w']], $pipes);
    $data = bin2hex(payload(1_500_000));
    async(function () use ($pipes, $data) {
        $in = new WritableResourceStream($pipes[0]);
        $in->write($data);
        $in->end();
    });
    $got = buffer(new ReadableResourceStream($pipes[1]));
    echo strlen($got), ' ', md5($got), "\n";
    return $got === strtoupper($data) && proc_close($child) === 0;
});

scenario('300 channels at once', function () {
    for ($i = 0; $i < 300; $i++) {
        [$reader, $writer] = channel();
        async(function () use ($writer, $i) {
            $writer->write("channel $i " . payload(10_000));
            $writer->end();
        });
        $reading[] = async(fn () => buffer($reader));
        $writer = $reader = null;
    }
    foreach (Amp\Future\await($reading) as $i => $got) {
        $good[] = $got === "channel $i " . payload(10_000);
    }
    echo count(array_filter($good)), "\n";
    return count(array_filter($good)) === 300;
});
