<?php
// What user code that runs inside of a call does in a hostile program: error and signal handlers, destructors, filters,
// wrappers. Each takes the next line of the program's deeds for such a place, once; so deeds are reduced like any other line.
declare(strict_types=1);

final class Deeds
{
    public static bool $hostile = false;
    private const DEPTH = 3;
    private static int $depth = 0;
    /** @var array<string, list<string>> */
    private static array $left = [];

    /** @param array<string, list<string>> $deeds */
    public static function start(array $deeds, bool $hostile): void
    {
        self::$left = $deeds;
        self::$hostile = $hostile;
    }

    /** @param string $but a deed with this in it is passed over */
    public static function next(string $place, string $but = ''): void
    {
        if (self::$depth >= self::DEPTH || empty(self::$left[$place])) return;
        $deed = array_shift(self::$left[$place]);
        if ($deed === 'nothing()' || ($but !== '' && str_contains($deed, $but))) return;
        Trace::line("  in $place: $deed");
        self::$depth++;
        try {
            evaluate($deed);
        } finally {
            self::$depth--;
        }
    }
}

/** Says that it goes, and does something. Holds itself, so that the collector has work. */
final class Destructs
{
    private ?self $self;

    public function __construct(private mixed $held)
    {
        $this->self = $this;
    }

    public function __destruct()
    {
        Deeds::next('destructor');
        $this->held = null;
    }
}

final class HostileFilter extends php_user_filter
{
    public function filter($in, $out, &$consumed, bool $closing): int
    {
        Deeds::next('filter');
        $result = PSFS_FEED_ME;
        while ($bucket = stream_bucket_make_writeable($in)) {
            $consumed += $bucket->datalen;
            stream_bucket_append($out, $bucket);
            $result = PSFS_PASS_ON;
        }
        return $result;
    }

    public function onClose(): void
    {
        Deeds::next('filter');
    }
}

/** A stream of a user's own wrapper, over the stream in the slot that its address names. */
final class HostileWrapper
{
    public mixed $context;
    private mixed $inner = null;

    public function stream_open(string $path, string $mode, int $options, ?string &$opened): bool
    {
        $this->inner = $GLOBALS['s'][(int) substr($path, strlen('hostile://'))] ?? null;
        return true;
    }

    public function stream_read(int $count): string
    {
        Deeds::next('wrapper');
        return is_stream($this->inner) ? (string) fread($this->inner, min($count, 100)) : 'wrapped';
    }

    public function stream_write(string $data): int
    {
        Deeds::next('wrapper');
        return strlen($data);
    }

    public function stream_cast(int $as): mixed
    {
        Deeds::next('wrapper');
        return is_stream($this->inner) ? $this->inner : false;
    }

    public function stream_close(): void
    {
        Deeds::next('wrapper');
    }

    public function stream_eof(): bool { return false; }
    public function stream_flush(): bool { return true; }
    public function stream_stat(): array { return []; }
    public function stream_set_option(int $option, int $first, ?int $second): bool { return false; }
}

stream_filter_register('hostile', HostileFilter::class);
stream_wrapper_register('hostile', HostileWrapper::class);
