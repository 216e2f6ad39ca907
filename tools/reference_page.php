<?php
// Makes docs/reference.md of ext_src/php/*.stub.php; tools/update_reference calls it. PHP itself reads the stubs: they
// are loaded, and asked by reflection.
declare(strict_types=1);

// What stands between brackets may have blanks, and so may what follows `callable():`.
const TYPE = '(?<type>(?:[^\s<>(){}]|(?<in>[<({](?:[^<>(){}]|(?&in))*[>)}]))+(?:(?<=:)\s(?&type))?)';

function stop(string $why): never
{
    fwrite(STDERR, "$why\n");
    exit(1);
}

/** A text as Markdown: what is code in it is marked so (GitHub would take two $ for a formula). */
function marked(string $text): string
{
    $code = '(?<![\w`\\\\$])(\$\w+|(?:\w+::)?\w+\(\)|\w+(?:Error|Exception)|\{main\}|TaskLocal)(?![\w`(])';
    return preg_replace("/`[^`]*`(*SKIP)(*FAIL)|$code/", '`$1`', $text);
}

function sentence(string $text): string
{
    return $text === '' || str_ends_with($text, '.') ? $text : "$text.";
}

/** @return array{string, array<string, list<string>>} the text of a comment, and its tags by name */
function parsed(string|false $comment, string $of): array
{
    $comment ?: stop("$of has no text in its stub");
    $text = preg_replace(['~^/\*\*\s*|\s*\*/$~', '~^[ \t]*\* ?~m'], '', $comment);
    $parts = preg_split('/^@([\w-]+)[ \t]*/m', $text, -1, PREG_SPLIT_DELIM_CAPTURE);
    $tags = [];
    foreach (array_chunk(array_slice($parts, 1), 2) as [$name, $value]) {
        $tags[$name][] = trim(preg_replace('/\n\s*/', ' ', $value));
    }
    return [marked(trim($parts[0])), $tags];
}

/** What follows the type in a tag's value, and before that the variable's name in one of @param's. */
function after_type(string $value, string $of): array
{
    preg_match('/^' . TYPE . '(?:\s+(?:\.\.\.)?(?<name>\$\w+))?\s*(?<text>.*)$/s', $value, $m)
        || stop("$of: what is `$value`?");
    return [$m['type'], $m['name'], sentence(marked($m['text']))];
}

/** @param list<string> $items */
function listed(string $heading, array $items): string
{
    return $items ? "$heading\n\n" . implode('', array_map(fn (string $item) => item($item), $items)) . "\n" : '';
}

function item(string $text): string
{
    return wordwrap("- $text", 118, "\n  ") . "\n";
}

/** The sections below a signature: text, parameters, result, errors, since when. */
function described(string|false $comment, string $of): string
{
    [$text, $tags] = parsed($comment, $of);
    $parameters = $errors = [];
    foreach ($tags['param'] ?? [] as $value) {
        [, $name, $what] = after_type($value, $of);
        $what === '' || $parameters[] = "`$name`: $what";
    }
    foreach ($tags['throws'] ?? [] as $value) {
        [$class, , $when] = after_type($value, $of);
        $errors[] = '`' . ltrim($class, '\\') . "`: $when";
    }
    $returns = isset($tags['return']) ? after_type($tags['return'][0], $of)[2] : '';
    $since = isset($tags['since']) ? "Since uvstream {$tags['since'][0]}.\n\n" : '';
    return ($text === '' ? '' : "$text\n\n") . listed('Parameters:', $parameters)
        . ($returns === '' ? '' : wordwrap("Returns $returns", 118) . "\n\n") . listed('Throws:', $errors) . $since;
}

/** The line in which something is declared. */
function signature(ReflectionFunctionAbstract|ReflectionClass $one): string
{
    $line = trim(file($one->getFileName())[$one->getStartLine() - 1]);
    return "```php\n" . preg_replace('/ \{\}$/', '', $line) . "\n```\n\n";
}

function described_class(ReflectionClass $class): string
{
    $name = $class->getShortName();
    $page = "### $class->name\n\n" . signature($class) . described($class->getDocComment(), $name);
    $members = [];
    foreach ($class->isEnum() ? (new ReflectionEnum($class->name))->getCases() : $class->getProperties() as $member) {
        if ($member->getDeclaringClass()->name === $class->name) {
            $what = $member instanceof ReflectionProperty ? "{$member->getType()} \$" : '';
            $what = str_replace('Uvstream\\', '', "`$what{$member->name}`");
            $members[] = "$what: " . parsed($member->getDocComment(), "$name::$member->name")[0];
        }
    }
    $page .= listed($class->isEnum() ? 'Cases:' : 'Properties:', $members);
    foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
        if ($method->isUserDefined()) {
            $of = "$name::$method->name()";
            $page .= "#### $of\n\n" . signature($method) . described($method->getDocComment(), $of);
        }
    }
    return $page;
}

chdir(dirname(__DIR__));
$others = count(get_defined_functions()['user']);
foreach (glob('ext_src/php/*.stub.php') as $stub) {
    require $stub;
}
$page = "# The names of namespace Uvstream\n\nMade by tools/update_reference of `ext_src/php/*.stub.php`.\n\n"
    . "## Functions\n\n";
foreach (array_slice(get_defined_functions()['user'], $others) as $name) {
    $function = new ReflectionFunction($name);
    $of = $function->getShortName() . '()';
    $page .= "### {$function->name}()\n\n" . signature($function) . described($function->getDocComment(), $of);
}
$page .= "## Classes\n\n";
foreach (get_declared_classes() as $name) {
    $class = new ReflectionClass($name);
    $page .= $class->isUserDefined() ? described_class($class) : '';
}
$page = rtrim($page) . "\n";

if (($argv[1] ?? '') === '--check') {
    $page === @file_get_contents('docs/reference.md') || stop('docs/reference.md is old, run tools/update_reference');
    echo "reference: ok\n";
    exit;
}
file_put_contents('docs/reference.md', $page);
