--TEST--
tasks, promise 12: what they share, and what is a task's own
--FILE--
<?php
use Uvstream\TaskLocal;
use function Uvstream\{delay, run, spawn};

const TASKS = 8;

/** Eight tasks, at once, each of which calls $fn with its number. @return list<mixed> what they return */
function eight(callable $fn): array
{
    return run(function () use ($fn) {
        $tasks = [];
        for ($i = 0; $i < TASKS; $i++) $tasks[] = spawn($fn, $i);
        return array_map(fn ($task) => $task->await(), $tasks);
    });
}

/** Each sets the state to what it is for its number, and reads it after each of two waits. */
function state(string $name, callable $value, callable $set, callable $get): void
{
    $read = eight(function (int $i) use ($value, $set, $get) {
        $set($value($i));
        delay(0);
        $first = $get();
        delay(0);
        return [$first, $get()];
    });
    $wanted = array_map(fn (int $i) => [$value($i), $value($i)], array_keys($read));
    $is_same = count(array_unique(array_map('serialize', array_merge(...$read)))) === 1;
    print_row($name, $read === $wanted ? 'own' : ($is_same ? 'shared' : 'MIXED ' . json_encode($read)));
}

/** Each is somewhere within what a strand has to itself, and says whether that went as it does alone. */
function course(string $name, callable $fn): void
{
    $went = eight($fn);
    print_row($name, $went === array_fill(0, TASKS, true) ? 'own' : 'MIXED ' . json_encode($went));
}

function print_row(string $name, string $whose): void
{
    printf("%-32s %s\n", $name, $whose);
}

/** A handler that tells of its number. */
function handler(int $i): Closure
{
    static $handlers = [];
    return $handlers[$i] ??= fn () => $i;
}

class Slow
{
    public function __construct(public int $i) {}

    public function __serialize(): array
    {
        delay(0);
        $other = new stdClass;
        $inner = serialize([$other, $other]);
        delay(0);
        return ['i' => $this->i, 'inner' => $inner];
    }

    public function __unserialize(array $data): void
    {
        delay(0);
        $inner = unserialize($data['inner']);
        delay(0);
        $this->i = $inner[0] === $inner[1] ? $data['i'] : -1;
    }
}

class SlowStream
{
    public $context;

    public function stream_open(): bool
    {
        delay(0);
        delay(0);
        return true;
    }
    public function stream_read(int $count): string { return ''; }
    public function stream_eof(): bool { return true; }
    public function stream_stat(): array { return []; }
    public function url_stat(): array { return ['mode' => 0100644]; }
}
stream_wrapper_register('slow', SlowStream::class);

function &counter(): int
{
    static $counter = 0;
    return $counter;
}

class Holder
{
    public static int $value = 0;
}

// A task's own.

course('output buffers', function (int $i) {
    ob_start();
    echo $i;
    delay(0);
    ob_start(fn (string $text) => "<$text>");
    echo $i;
    delay(0);
    $level = ob_get_level();
    ob_end_flush();
    return [ob_get_clean(), $level] === ["$i<$i>", 2] && ob_get_level() === 0;
});

course('the error handler', function (int $i) {
    set_error_handler(function ($level, $text) use ($i, &$seen) { $seen[] = "$i $text"; });
    delay(0);
    trigger_error('a');
    delay(0);
    trigger_error('b');
    return $seen === ["$i a", "$i b"];
});

course('an error handler that runs', function (int $i) {
    set_error_handler(function ($level, $text) use ($i, &$seen) {
        delay(0);
        $seen[] = "$i $text";
        delay(0);
    });
    trigger_error('a');
    trigger_error('b');
    return $seen === ["$i a", "$i b"];
});

course('error handlers to restore', function (int $i) {
    set_error_handler(handler($i));
    set_error_handler(handler(100 + $i));
    delay(0);
    restore_error_handler();
    delay(0);
    return set_error_handler(null) === handler($i);
});

course('the exception handler', function (int $i) {
    set_exception_handler(handler($i));
    set_exception_handler(handler(100 + $i));
    delay(0);
    restore_exception_handler();
    delay(0);
    return set_exception_handler(null) === handler($i);
});

$all = error_reporting();
course('silence by @', function (int $i) use ($all) {
    $look = function (): array {
        delay(0);
        $first = error_reporting();
        delay(0);
        return [$first, error_reporting()];
    };
    $silenced = $all & (E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR | E_PARSE);
    if ($i % 2) return @$look() === [$silenced, $silenced];
    return $look() === [$all, $all];
});

state('error_reporting()', fn ($i) => E_ALL & ~(1 << $i), error_reporting(...), fn () => error_reporting());

course('the function of a usort()', function (int $i) {
    $numbers = [3, 1, 2];
    usort($numbers, function ($a, $b) use ($i) {
        delay(0);
        return $i % 2 ? $a <=> $b : $b <=> $a;
    });
    return $numbers === ($i % 2 ? [1, 2, 3] : [3, 2, 1]);
});

$loads = [];
spl_autoload_register(function (string $name) use (&$loads) {
    $loads[] = $name;
    delay(0);
    delay(0);
    if (!str_starts_with($name, 'No')) eval("class $name {}");
});
course('a class that is loaded', function (int $i) use (&$loads) {
    $classes = ["Own$i", 'Everybodys', 'None'];
    $found = array_map(fn ($name) => class_exists($name), $classes);
    return $found === [true, true, false];
});
$loads = array_count_values($loads);
print_row('  ... loads of it', json_encode([$loads['Own0'], $loads['Everybodys']]));

course('serialize() in progress', function (int $i) {
    $slow = new Slow($i);
    $inner = serialize(serialize([$o = new stdClass, $o]));
    return serialize([$slow, $slow]) === "a:2:{i:0;O:4:\"Slow\":2:{s:1:\"i\";i:$i;s:5:\"inner\";{$inner}}i:1;r:2;}";
});

course('unserialize() in progress', function (int $i) {
    $inner = serialize(serialize([$o = new stdClass, $o]));
    $text = "a:2:{i:0;O:4:\"Slow\":2:{s:1:\"i\";i:$i;s:5:\"inner\";{$inner}}i:1;r:2;}";
    $both = unserialize($text);
    return $both[0] === $both[1] && $both[0]->i === $i;
});

course('where strtok() goes on', function (int $i) {
    $tokens = [strtok("a$i b$i c$i", ' ')];
    delay(0);
    $tokens[] = strtok(' ');
    delay(0);
    $tokens[] = strtok(' ');
    return $tokens === ["a$i", "b$i", "c$i"];
});

course('a stream that is opened', function (int $i) {
    return is_resource(fopen('slow://same', 'r'));
});

course('warnings that are exceptions', function (int $i) {
    if ($i % 2) return get_class(new SplFileObject('slow://file')) === 'SplFileObject';
    set_error_handler(function ($level, $text) use (&$seen) { $seen[] = $text; });
    delay(0);
    trigger_error('a', E_USER_WARNING);
    delay(0);
    trigger_error('b', E_USER_WARNING);
    return $seen === ['a', 'b'];
});

$local = new TaskLocal(-1);
state('a TaskLocal', fn ($i) => $i, $local->set(...), $local->get(...));

// Everybody's.

state('global variables', fn ($i) => $i, function ($value) { $GLOBALS['global'] = $value; }, fn () => $GLOBALS['global']);
state('static variables', fn ($i) => $i, function ($value) { $counter = &counter(); $counter = $value; }, fn () => counter());
state('static properties', fn ($i) => $i, function ($value) { Holder::$value = $value; }, fn () => Holder::$value);
state('ini settings', fn ($i) => (string) (5 + $i), fn ($value) => ini_set('precision', $value), fn () => ini_get('precision'));
$directories = [__DIR__, dirname(__DIR__)];
state('the current directory', fn ($i) => $directories[$i % 2], chdir(...), getcwd(...));
chdir(__DIR__);
state('the locale', fn ($i) => ['C', 'C.UTF-8'][$i % 2], fn ($value) => setlocale(LC_CTYPE, $value), fn () => setlocale(LC_CTYPE, '0'));
state('environment variables', fn ($i) => "v$i", fn ($value) => putenv("UVSTREAM_TEST=$value"), fn () => getenv('UVSTREAM_TEST'));
$umask = umask();
state('the umask', fn ($i) => 020 + $i, fn ($value) => umask($value), fn () => umask());
umask($umask);
state('the time zone', fn ($i) => ['UTC', 'Europe/Paris'][$i % 2], date_default_timezone_set(...), date_default_timezone_get(...));
state('the last error', fn ($i) => "e$i", fn ($value) => @trigger_error($value), fn () => error_get_last()['message']);
?>
--EXPECT--
output buffers                   own
the error handler                own
an error handler that runs       own
error handlers to restore        own
the exception handler            own
silence by @                     own
error_reporting()                own
the function of a usort()        own
a class that is loaded           own
  ... loads of it                [1,1]
serialize() in progress          own
unserialize() in progress        own
where strtok() goes on           own
a stream that is opened          own
warnings that are exceptions     own
a TaskLocal                      own
global variables                 shared
static variables                 shared
static properties                shared
ini settings                     shared
the current directory            shared
the locale                       shared
environment variables            shared
the umask                        shared
the time zone                    shared
the last error                   shared
