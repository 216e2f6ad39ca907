<?php
// A page of docs/reference/: its sections in the order of PHP's manual.
declare(strict_types=1);

/** The name of a page's file, as PHP's manual would have it: of a function, a class, an option or a setting. */
function page_of(string $kind, string $name): string
{
    return "$kind." . strtolower(strtr($name, ['::' => '.', '__' => '', '_' => $kind === 'function' ? '-' : '_'])) . '.md';
}

final class Page
{
    private string $text;

    /** @param list<string> $facts what the index says of it, before the summary */
    public function __construct(
        public readonly string $file,
        public readonly string $title,
        public readonly string $summary,
        public readonly array $facts = [],
    ) {
        $this->text = "# $title\n\n";
    }

    public function add(string $heading, string $text, int $level = 2): void
    {
        if ($text !== '') {
            $this->text .= str_repeat('#', $level) . " $heading\n\n$text\n\n";
        }
    }

    /** What stands in a stub's comment below a declaration: of a function, or as a part of a class's page. */
    public function add_described(string $declaration, string $text, array $tags, string $of, bool $is_void, int $level = 2): void
    {
        $parameters = $errors = [];
        foreach ($tags['param'] ?? [] as $value) {
            [, $name, $what] = after_type($value, $of);
            $what !== '' || stop("$of: its stub does not say what $name is");
            $parameters[] = "`$name`: $what";
        }
        foreach ($tags['throws'] ?? [] as $value) {
            [$class, , $when] = after_type($value, $of);
            $errors[] = '`' . ltrim($class, '\\') . "`: $when";
        }
        $returns = isset($tags['return']) ? ucfirst(after_type($tags['return'][0], $of)[2]) : '';
        $text = rtrim("```php\n$declaration\n```\n\n$text");
        if ($level === 2) {
            $this->add('Description', $text);
        } else {
            $this->text .= "$text\n\n";
        }
        $this->add('Parameters', listed($parameters), $level);
        $this->add('Return Values', wordwrap($is_void ? 'No value is returned.' : $returns, 118), $level);
        $is_void || $returns !== '' || $level > 2 || stop("$of: its stub does not say what it returns");
        $this->add('Errors/Exceptions', listed($errors), $level);
    }

    /** Where the text stands in the class's page. */
    public function add_heading(string $heading): void
    {
        $this->text .= "## $heading\n\n";
    }

    /** The last sections. @param list<string> $see what @see names */
    public function finish(?string $changes, array $see): string
    {
        $this->add('Changelog', $changes ?? '');
        $this->add('Examples', $this->example());
        $this->add('See Also', listed(array_map(link_to(...), $see)));
        return rtrim($this->text) . "\n";
    }

    /** That of tools/reference/examples, and in its last comment what it prints. */
    private function example(): string
    {
        $path = __DIR__ . '/examples/' . basename($this->file, '.md') . '.php';
        if (!is_file($path)) {
            return '';
        }
        preg_match('~^<\?php\n+(.*?)\n*(?:/\* Output:\n(.*)\*/\n*)?$~Ds', file_get_contents($path), $m);
        return "```php\n$m[1]\n```" . (isset($m[2]) ? "\n\n```text\n" . rtrim($m[2]) . "\n```" : '');
    }
}

/** The version of uvstream in which it came. */
function changes(array $tags): string
{
    return isset($tags['since']) ? table(['Version', 'Description'], [["uvstream {$tags['since'][0]}", 'It is new.']]) : '';
}

/** A link to what @see names: a name of ours, a page, or PHP's manual. */
function link_to(string $name): string
{
    global $pages;
    if (str_contains($name, '.md')) {
        return '[' . basename(strtok($name, '#')) . '](../' . preg_replace('~^docs/~', '', $name) . ')';
    }
    $plain = rtrim($name, '()');
    [$class, $method] = [...explode('::', $plain), ''];
    $page = page_of(str_ends_with($name, '()') ? 'function' : 'class', $plain);
    if (isset($pages[$page])) {
        return "[$name]($page)";
    }
    if ($method !== '' && isset($pages[page_of('class', $class)])) {
        return "[$name](" . page_of('class', $class) . '#' . strtolower(strtr($plain, [':' => ''])) . ')';
    }
    return "[$name](" . manual_of($plain) . ')';
}

/** PHP's own page of it. */
function manual_of(string $name): string
{
    $page = strtolower(strtr($name, ['::' => '.', '__' => '', '_' => '-']));
    return 'https://www.php.net/manual/en/' . (str_contains($page, '.') ? $page : "function.$page") . '.php';
}
