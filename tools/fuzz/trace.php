<?php
// What a program did, as text: one line an event, written at once, so that a crash leaves all that came before it.
declare(strict_types=1);

final class Trace
{
    /** @var resource|null */
    private static $file = null; // null: to standard output, for a program that somebody runs by hand

    public static function start(string $path): void
    {
        self::$file = fopen($path, 'a');
    }

    public static function line(string $text): void
    {
        fwrite(self::$file ?? STDOUT, strtr($text, ["\n" => '\n', "\r" => '\r']) . "\n");
    }
}

/** A value as text that is the same whatever numbers the system gave out. */
function describe(mixed $value, int $depth = 0): string
{
    return match (true) {
        is_string($value) && preg_match('~[\x80-\xff]~', $value) => sprintf('binary(%d, %08x)', strlen($value), crc32($value)),
        is_string($value) && strlen($value) > 100 => sprintf('string(%d, %08x)', strlen($value), crc32($value)),
        is_string($value) => json_encode($value, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES),
        is_resource($value) => '<' . get_resource_type($value) . '>',
        gettype($value) === 'resource (closed)' => '<closed>',
        is_object($value) => '<' . $value::class . '>',
        is_array($value) && $depth > 3 => '[...]',
        is_array($value) => '[' . implode(', ', array_map(
            fn ($key, $element) => (array_is_list($value) ? '' : "$key: ") . describe($element, $depth + 1),
            array_keys($value),
            $value
        )) . ']',
        default => var_export($value, true),
    };
}

function describe_exception(Throwable $exception): string
{
    return $exception::class . ': ' . $exception->getMessage();
}
