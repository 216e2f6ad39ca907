--TEST--
life and death: eight tasks wait within the same kind of callback, iterator, wrapper or filter, and each gets what it gets alone
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
use function Uvstream\{all, delay, spawn, stats};
use Uvstream\Channel;

/** Waits for time, for its turn, and for another strand; returns what it was given. */
function wait(mixed $value = null): mixed
{
    delay(0);
    usleep(random_int(1, 300));
    if ($GLOBALS['waits_in_place']) return $value; // where, up to PHP 8.3 at least, nobody else runs
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    spawn(fn () => fwrite($theirs, "x\n"));
    fgets($ours);
    return $value;
}

class Magic implements ArrayAccess, Countable, IteratorAggregate, JsonSerializable, Stringable
{
    public $data;
    public function __construct(public $its) { wait(); }
    public function __toString(): string { return wait("<$this->its>"); }
    public function __get($name) { return wait("$name of $this->its"); }
    public function __set($name, $value) { $this->data[$name] = wait($value); }
    public function __isset($name): bool { return wait(true); }
    public function __unset($name) { unset($this->data[wait($name)]); }
    public function __call($name, $arguments) { return wait($name . $this->its . implode($arguments)); }
    public static function __callStatic($name, $arguments) { return wait($name . implode($arguments)); }
    public function __invoke($a) { return wait($a . $this->its); }
    public function __clone() { $this->its = wait("copy of $this->its"); }
    public function __serialize(): array { return wait([$this->its, $this->data, $this->data]); }
    public function __unserialize(array $data): void { [$this->its, $this->data] = wait($data); }
    public function offsetExists($offset): bool { return wait(true); }
    public function offsetGet($offset): mixed { return wait("$offset in $this->its"); }
    public function offsetSet($offset, $value): void { $this->data[$offset] = wait($value); }
    public function offsetUnset($offset): void { unset($this->data[wait($offset)]); }
    public function count(): int { return wait($this->its); }
    public function getIterator(): Iterator { return new ArrayIterator([wait($this->its), wait(2)]); }
    public function jsonSerialize(): mixed { return wait(['its' => $this->its]); }
}

/** A stream whose every operation waits: waiting://TEXT is that text. */
class WaitingWrapper
{
    public $context;
    private $text, $at = 0, $dir;
    public function stream_open($path, $mode, $options, &$opened) { $this->text = wait(rawurldecode(substr($path, 10))); return true; }
    public function stream_read($count) { $piece = substr($this->text, $this->at, min($count, 7)); $this->at += strlen($piece); return wait($piece); }
    public function stream_write($data) { $GLOBALS['written'][$this->text] = ($GLOBALS['written'][$this->text] ?? '') . wait($data); return strlen($data); }
    public function stream_eof() { return wait($this->at >= strlen($this->text)); }
    public function stream_close() { wait(); }
    public function stream_flush() { return wait(true); }
    public function stream_stat() { return wait([]); }
    public function stream_set_option($option, $a, $b) { return wait(false); }
    public function stream_seek($offset, $whence) { $this->at = wait($offset); return true; }
    public function stream_tell() { return wait($this->at); }
    public function url_stat($path, $flags) { return wait(['size' => strlen($path)]); }
    public function unlink($path) { return wait(strlen($path) % 2 === 0); }
    public function rename($from, $to) { return wait(strlen($from) === strlen($to)); }
    public function dir_opendir($path, $options) { $this->dir = wait([substr($path, 10), 'b']); return true; }
    public function dir_readdir() { return wait(array_shift($this->dir) ?? false); }
    public function dir_closedir() { wait(); return true; }
}
stream_wrapper_register('waiting', WaitingWrapper::class);

class WaitingFilter extends php_user_filter
{
    private $held = '';
    public function onCreate(): bool { return wait(true); }
    public function onClose(): void { wait(); }
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        while ($bucket = stream_bucket_make_writeable($in)) {
            $bucket->data = wait(strtoupper($bucket->data) . $this->params);
            $consumed += $bucket->datalen;
            stream_bucket_append($out, $bucket);
        }
        return PSFS_PASS_ON;
    }
}
stream_filter_register('waiting', WaitingFilter::class);

class OnLetGo
{
    public $its;
    public function __construct(private $call) {}
    public function __destruct() { ($this->call)(); }
}

spl_autoload_register(function (string $class) {
    wait();
    if (preg_match('/^(Own|Shared)\d/', $class)) eval("class $class { const NAME = '$class'; }");
    wait();
});

function numbers(int $n): array
{
    return array_map(fn ($i) => $i * 7919 % 101 + $n, range(1, 12));
}
function counted(int $n): Generator
{
    try {
        for ($i = 0; $i < 3; ++$i) $sent = yield wait($n + $i);
        return wait("returned $n");
    } finally {
        wait();
    }
}
function delegated(int $n): Generator
{
    $result = yield from counted($n);
    yield wait($result);
}
function inner(int $n): void
{
    try {
        wait();
        throw new LogicException("thrown $n");
    } finally {
        wait();
    }
}
$by = fn ($a, $b) => wait($a <=> $b);

$cases = [
    'array_map' => fn ($n) => array_map(wait(...), numbers($n)),
    'array_filter' => fn ($n) => array_filter(numbers($n), fn ($i) => wait($i % 2)),
    'array_reduce' => fn ($n) => array_reduce(numbers($n), fn ($sum, $i) => wait($sum + $i), 0),
    'array_walk' => function ($n) {
        $array = numbers($n);
        array_walk($array, function (&$value, $key, $more) { $value = wait($value . $key . $more); }, $n);
        return $array;
    },
    'usort' => function ($n) use ($by) {
        $array = numbers($n);
        usort($array, $by);
        return $array;
    },
    'usort within usort' => function ($n) use ($by) {
        $array = [numbers($n), numbers($n + 1), numbers(1)];
        usort($array, function ($a, $b) use ($by) {
            usort($a, $by);
            usort($b, $by);
            return wait($a[0] <=> $b[0]);
        });
        return $array;
    },
    'uasort, uksort' => function ($n) use ($by) {
        $array = numbers($n);
        uasort($array, $by);
        uksort($array, fn ($a, $b) => wait($b <=> $a));
        return $array;
    },
    'array_udiff and the like' => fn ($n) => [array_udiff(numbers($n), numbers(3), $by), array_uintersect(numbers($n), numbers(4), $by),
        array_diff_ukey(numbers($n), [1 => 1], $by), array_udiff_uassoc(numbers($n), numbers(2), $by, $by)],
    'preg_replace_callback' => fn ($n) => preg_replace_callback('/\d/', fn ($m) => wait($m[0] + $n), 'a1b2c3'),
    'generator' => fn ($n) => iterator_to_array(counted($n)),
    'yield from' => fn ($n) => iterator_to_array(delegated($n), false),
    'finally' => function ($n) {
        try {
            inner($n);
        } catch (LogicException $e) {
            return wait($e->getMessage());
        }
    },
    'autoloader' => fn ($n) => [constant("Own$n::NAME"), class_exists("Own1$n"), class_exists('Shared1'), class_exists("None$n")],
    'error handler' => function ($n) {
        $seen = [];
        set_error_handler(function (int $level, string $text) use (&$seen) { $seen[] = wait($text . error_reporting()); });
        trigger_error("user $n");
        @trigger_error("silenced $n");
        $x = @$undefined . $n;
        restore_error_handler();
        return [$seen, error_reporting()];
    },
    'magic methods' => function ($n) {
        $it = new Magic($n);
        $it->there = 'set';
        unset($it->there);
        $it['there'] = 'set';
        unset($it['there']);
        return ["$it", $it->that, isset($it->that), $it->call(1), Magic::callStatic(2), $it(3), (clone $it)->its, $it[4],
            isset($it[4]), empty($it[4]), count($it), iterator_to_array($it), [...$it], json_encode([$it, $it]), strlen($it), "$it$it{$it->that}"];
    },
    'serialize' => function ($n) {
        $shared = new stdClass;
        $shared->its = $n;
        $it = new Magic($n);
        $it->data = ['shared' => $shared, 'again' => $shared, 'magic' => new Magic($n + 1)];
        $copy = unserialize(serialize([$it, $shared, $it]));
        return [serialize($copy), $copy[0] === $copy[2], $copy[0]->data['shared'] === $copy[1]];
    },
    'SplHeap' => function ($n) {
        $heap = new class extends SplMinHeap {
            protected function compare($a, $b): int { return wait($b <=> $a); }
        };
        foreach (numbers($n) as $number) $heap->insert($number);
        return iterator_to_array($heap, false);
    },
    'SPL iterators' => fn ($n) => iterator_to_array(new CallbackFilterIterator(new ArrayIterator(numbers($n)), fn ($i) => wait($i % 2 === 1))),
    'ArrayObject' => function ($n) use ($by) {
        $it = new ArrayObject(numbers($n));
        $it->uasort($by);
        return $it->getArrayCopy();
    },
    'Closure::call, reflection' => fn ($n) => [(fn () => wait($this->its))->call(new Magic($n)),
        (new ReflectionFunction('wait'))->invoke($n), call_user_func_array('wait', ['value' => $n])],
    'Fiber' => function ($n) {
        $fiber = new Fiber(fn ($a) => wait(Fiber::suspend(wait($a + $n))));
        return [$fiber->start(1), $fiber->resume("resumed $n"), $fiber->getReturn()];
    },
    'wrapper: read' => fn ($n) => [file_get_contents("waiting://the text of $n"), file("waiting://a%0A$n%0A")],
    'wrapper: write' => function ($n) {
        file_put_contents("waiting://file$n", ["a$n", "b$n"]);
        return $GLOBALS['written']["file$n"];
    },
    'wrapper: others' => fn ($n) => [filesize("waiting://$n"), unlink("waiting://$n"), rename("waiting://a$n", "waiting://b$n"), scandir("waiting://z$n")],
    'wrapper: include' => fn ($n) => [include "waiting://<?php return wait($n) + " . str_repeat('1 + ', 20) . '1;',
        (include "waiting://<?php namespace N$n; function f() { return \\wait('f$n'); } return f(...);")()],
    'wrapper: XML' => fn ($n) => function_exists('simplexml_load_string')
        ? simplexml_load_string(file_get_contents("waiting://<a><b>$n</b></a>"))->b->__toString() : null,
    'filter' => function ($n) {
        $stream = fopen('php://memory', 'w+');
        fwrite($stream, "some text\n");
        rewind($stream);
        stream_filter_append($stream, 'waiting', STREAM_FILTER_READ, "-$n");
        return [stream_get_contents($stream), fclose($stream), file_get_contents("php://filter/read=waiting|string.rot13/resource=data:,abc$n")];
    },
    'filter on a socket' => function ($n) {
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        stream_filter_append($theirs, 'waiting', STREAM_FILTER_WRITE, "-$n");
        stream_filter_append($ours, 'waiting', STREAM_FILTER_READ, "+$n");
        spawn(function () use ($theirs) {
            fwrite($theirs, 'written');
            fclose($theirs);
        });
        return stream_get_contents($ours);
    },
    'channel' => function ($n) {
        $channel = new Channel;
        spawn(function () use ($channel, $n) {
            foreach (numbers($n) as $number) $channel->send(wait($number));
            $channel->close();
        });
        return array_map(wait(...), iterator_to_array($channel, false));
    },
];
$in_place = [
    'generator left early' => function ($n) {
        foreach (counted($n) as $value) break;
        return $value;
    },
    'destructor' => function ($n) {
        $seen = [];
        $it = new OnLetGo(function () use (&$seen, $n) { $seen[] = wait("destroyed $n"); });
        $it = null;
        $seen[] = "after $n";
        return $seen;
    },
    'collector' => function ($n) {
        $seen = [];
        $it = new OnLetGo(function () use (&$seen, $n) { $seen[] = wait("collected $n"); });
        $it->its = $it;
        $it = null;
        gc_collect_cycles();
        $seen[] = "after $n";
        return $seen;
    },
    'output callback' => function ($n) {
        ob_start();
        ob_start(fn ($text) => wait(strtoupper($text)));
        echo "said by $n, ";
        delay(0);
        echo "and again";
        ob_end_flush();
        return ob_get_clean();
    },
];

$show = fn (mixed $value) => var_export($value, true);
foreach (['' => $cases, 'in place' => $in_place] as $how => $those) {
    $waits_in_place = $how !== '';
    foreach ($those as $what => $case) {
        $alone = [];
        if ($what !== 'wrapper: include' && $what !== 'autoloader') { // (once only, in a process)
            for ($n = 0; $n < 8; ++$n) $alone[$n] = $case($n);
        }
        $written = [];
        $together = all(array_map(fn ($n) => fn () => $case($n), range(0, 7)));
        if ($alone === []) {
            $wanted = fn ($n) => $what === 'autoloader' ? ["Own$n", true, true, false] : [$n + 21, "f$n"];
            $alone = array_map($wanted, range(0, 7));
        }
        if ($show($together) !== $show($alone)) echo "$what: ", $show($together), ', alone: ', $show($alone), "\n";
    }
}
echo stats()['waits'] > 2000 ? "done\n" : json_encode(stats()) . "\n";
?>
--EXPECT--
done
