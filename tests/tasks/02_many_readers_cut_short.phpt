--TEST--
tasks, promise 2: several read one stream in many ways, and are cut short at random: no byte is lost, doubled or out of order
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/tls.inc';
use Uvstream\TimeoutException;
use function Uvstream\{all, delay, spawn, timeout};

function unix_pair(): array { return stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); }

$kinds = [
    'unix' => unix_pair(...),
    'tls' => fn () => array_slice(tls_pair(), 0, 2),
    'without a buffer' => function () {
        $pair = unix_pair();
        stream_set_read_buffer($pair[0], 0);
        return $pair;
    },
    'small pieces' => function () {
        $pair = unix_pair();
        stream_set_chunk_size($pair[0], 7);
        return $pair;
    },
    'filtered' => function () {
        $pair = unix_pair();
        foreach ([0, 1] as $_) stream_filter_append($pair[0], 'string.rot13', STREAM_FILTER_READ);
        return $pair;
    },
];
foreach ($kinds as $kind => $pair) {
    foreach (range(1, 8) as $seed) {
        mt_srand($seed);
        [$stream, $peer] = $pair();
        $lines = array_map(fn ($i) => "$i:" . str_repeat(chr(97 + $i % 26), mt_rand(0, 60)) . "\n", range(0, 149));
        spawn(function () use ($peer, $lines) {
            for ($text = implode($lines); $text !== ''; $text = substr($text, $size)) {
                fwrite($peer, $text, $size = mt_rand(1, mt_rand(0, 1) ? 20 : 400));
                if (mt_rand(0, 3) === 0) delay(mt_rand(0, 2) * 0.0003);
            }
            stream_socket_shutdown($peer, STREAM_SHUT_WR);
        });
        $got = '';
        $calls = [
            fn () => fgets($stream),
            fn () => fgets($stream, mt_rand(2, 50)),
            fn () => fread($stream, mt_rand(1, 300)),
            fn () => fgetc($stream),
            fn () => stream_get_contents($stream, mt_rand(1, 500)),
            fn () => ($line = stream_get_line($stream, 1000, "\n")) === false ? false : "$line\n",
            fn () => ($line = fgetcsv($stream, null, ',', '"', '')) === false ? false : "$line[0]\n",
        ];
        if ($seed % 2 === 0) $calls = array_slice($calls, -2);
        all(array_fill(0, 4, function () use ($stream, $calls, &$got) {
            while (!feof($stream)) {
                $call = $calls[mt_rand(0, count($calls) - 1)];
                try {
                    $got .= mt_rand(0, 2) ? timeout(mt_rand(0, 3) * 0.0003, $call) : $call();
                } catch (TimeoutException) {
                }
            }
        }));
        $got .= stream_get_contents($stream);
        if ($got !== implode($lines)) echo "$kind, seed $seed: ", strlen($got), ' of ', strlen(implode($lines)), "\n";
    }
}
echo "done\n";
?>
--EXPECT--
done
