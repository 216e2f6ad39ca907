--TEST--
select: random sets of random streams, against poll(2) on the same descriptors
--EXTENSIONS--
ffi
posix
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip needs Linux');
try { FFI::cdef('int poll(void *, unsigned long, int);'); } catch (Throwable $x) { die('skip ' . $x->getMessage()); }
?>
--FILE--
<?php
// UVSTREAM_FUZZ_SEED and UVSTREAM_FUZZ_ROUNDS choose another run.
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
$seed = (int) (getenv('UVSTREAM_FUZZ_SEED') ?: 20820);
$rounds = (int) (getenv('UVSTREAM_FUZZ_ROUNDS') ?: 2500);
mt_srand($seed);
$libc = FFI::cdef('struct pollfd { int fd; short events, revents; }; int poll(struct pollfd *, unsigned long, int);
    int dup(int);');
const IN = 0x1, PRI = 0x2, OUT = 0x4, ERR = 0x8, HUP = 0x10;
const COUNTS = [IN | HUP | ERR, OUT | ERR, PRI]; // what select(2) takes for readable, writable, exceptional

/** @var array<string, resource> $streams */
$streams = $numbers = [];
$next = 0;
function add(string $kind, callable ...$makers): array
{
    global $streams, $numbers, $next;
    foreach ($makers as $make) {
        $names[] = $name = $kind . '-' . $next++;
        [$streams[$name], $numbers[$name]] = with_descriptor($make);
        stream_set_blocking($streams[$name], false);
    }
    return $names;
}
// A pair or a pipe opens two descriptors at once: the ends are taken over by duplicates, one after the other.
function ends(callable $pair, array $modes): array
{
    $before = open_descriptors();
    $ends = $pair();
    $fds = array_keys(array_diff_key(open_descriptors(), $before));
    foreach ($modes as $i => $mode) $makers[] = fn () => fopen("php://fd/$fds[$i]", $mode);
    return [$makers, $ends];
}
for ($i = 0; $i < 30; ++$i) add('idle', fn () => stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND));
$idle = $streams;
[$listener, $to] = listen_on();
[$unix, $unix_to] = listen_on('unix://' . temp_path('fuzz'));
$open = [
    'tcp' => fn () => add('tcp', fn () => stream_socket_client($to), fn () => stream_socket_accept($listener, 5)),
    'unix' => fn () => add('unix', fn () => stream_socket_client($unix_to), fn () => stream_socket_accept($unix, 5)),
    'udp' => function () {
        [$name] = add('udp', fn () => stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND));
        add('udp', fn () => stream_socket_client('udp://' . stream_socket_get_name($GLOBALS['streams'][$name], false)));
    },
    'pair' => function () {
        [$makers, $ends] = ends('unix_pair', ['r+', 'r+']);
        add('pair', ...$makers);
    },
    'pipe' => function () {
        [$makers, $ends] = ends('pipe_pair', ['r', 'w']);
        add('pipe', ...$makers);
    },
    'file' => fn () => add('file', fn () => fopen(__FILE__, 'r')),
    'null' => fn () => add('null', fn () => fopen('/dev/null', 'r+')),
    'listener' => fn () => add('listener', fn () => stream_socket_server('tcp://127.0.0.1:0')),
    'refused' => fn () => add('refused', fn () => stream_socket_client('tcp://127.0.0.1:1', $code, $text, 1, STREAM_CLIENT_ASYNC_CONNECT)),
    'copy' => function () {
        global $numbers;
        $name = array_rand($numbers);
        add('copy', fn () => fopen("php://fd/$numbers[$name]", str_contains($name, 'file') ? 'r' : 'r+'));
    },
];
function poll(): array
{
    global $libc, $numbers;
    $fds = $libc->new('struct pollfd[' . count($numbers) . ']');
    $i = 0;
    foreach ($numbers as $fd) [$fds[$i]->fd, $fds[$i++]->events] = [$fd, IN | PRI | OUT];
    $libc->poll(FFI::addr($fds[0]), $i, 0);
    $i = 0;
    foreach ($numbers as $name => $fd) $events[$name] = $fds[$i++]->revents;
    return $events;
}
function random_set(): ?array
{
    global $active, $streams;
    if (mt_rand(0, 3) === 0) return mt_rand(0, 1) ? null : [];
    $set = [];
    for ($i = mt_rand(1, 8); $i > 0; --$i) {
        $stream = $streams[array_rand($active)];
        if (mt_rand(0, 1)) $set[] = $stream;
        else $set['k' . mt_rand(0, 5)] = $stream;
    }
    return $set;
}
function model(array $sets, array $events): array
{
    global $streams, $numbers;
    $buffered = array_filter($sets[0] ?? [], fn ($stream) => stream_get_meta_data($stream)['unread_bytes'] > 0);
    if ($buffered) return [count($buffered), $buffered, isset($sets[1]) ? [] : null, isset($sets[2]) ? [] : null];
    $sum = 0;
    foreach ($sets as $i => $set) {
        if ($set === null) continue;
        $counted = [];
        foreach ($set as $key => $stream) {
            $name = array_search($stream, $streams, true);
            if ($events[$name] & COUNTS[$i]) $counted[$numbers[$name]] = true;
            else unset($sets[$i][$key]);
        }
        $sum += count($counted);
    }
    return [$sum, ...$sets];
}
$selects = $ready = $none = 0;
$log = [];
for ($round = 0; $round < $rounds; ++$round) {
    $active = array_diff_key($streams, $idle);
    $name = $active ? array_rand($active) : null;
    $stream = $streams[$name ?? ''] ?? null;
    $what = count($active) < 4 ? 'open' : ['open', 'open', 'write', 'write', 'write', 'fill', 'read', 'read', 'line', 'drain', 'shut',
        'urgent', 'take urgent', 'close', 'close', 'mode', 'select', 'select', 'select', 'select', 'select'][mt_rand(0, 20)];
    if ($what === 'open' && count($active) > 30) $what = 'close';
    $log[] = "$what $name";
    switch ($what) {
        case 'open': $open[array_rand($active ? $open : ['pair' => 1])](); break;
        case 'write': @fwrite($stream, str_repeat("x\n", mt_rand(1, 3000))); break;
        case 'fill': if (!str_contains($name, 'udp') && !str_contains($name, 'null') && !str_contains($name, 'copy'))
            for ($i = 0; $i < 300 && @fwrite($stream, str_repeat('x', 65536)); ++$i); break;
        case 'read': @fread($stream, mt_rand(1, 9000)); break;
        case 'line': @fgets($stream, mt_rand(2, 100)); break;
        case 'drain': for ($i = 0; $i < 2000 && @fread($stream, 65536) != ''; ++$i); break;
        // (What hung up without its peer's doing is hang_ups.phpt's.)
        case 'shut': if (preg_match('/^(tcp|udp)/', $name)) @stream_socket_shutdown($stream, mt_rand(0, 2)); break;
        case 'urgent': @stream_socket_sendto($stream, '!', STREAM_OOB); break;
        case 'take urgent': @stream_socket_recvfrom($stream, 1, STREAM_OOB); break;
        case 'mode': stream_set_blocking($stream, false); break;
        case 'close':
            fclose($stream);
            unset($streams[$name], $numbers[$name]);
            break;
        case 'select':
            $sets = [random_set(), random_set(), random_set()];
            if (!array_filter($sets)) break;
            if (mt_rand(0, 1)) $sets[mt_rand(0, 1) * 2] = $idle + ($sets[0] ?? []);
            do { // until nothing happened meanwhile
                $before = poll();
                $expected = model($sets, $before);
                [$r, $w, $e] = $sets;
                $n = stream_select($r, $w, $e, 0, $expected[0] ? 2_000_000 : mt_rand(0, 1) * 500);
            } while (poll() !== $before);
            ++$selects;
            $ready += $n;
            $none += $n === 0;
            if ([$n, $r, $w, $e] !== $expected) {
                echo "seed $seed, round $round: $n instead of $expected[0]\n";
                foreach ([$r, $w, $e] as $i => $told) {
                    foreach ($sets[$i] ?? [] as $key => $stream) {
                        if (isset($told[$key]) === isset($expected[$i + 1][$key])) continue;
                        $name = array_search($stream, $streams, true);
                        printf("%s [%s], descriptor %d, in set %d of %d: %s; poll tells 0x%x\n", $name, $key, $numbers[$name], $i,
                            count($sets[$i]), isset($told[$key]) ? 'told' : 'missed', $before[$name]);
                        echo implode("\n", preg_grep("/ $name$/", $log)), "\n";
                    }
                }
                exit;
            }
    }
}
var_dump($selects > $rounds / 8, $ready > $selects, $none > $selects / 50);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
