<?php
// What a stub's comments say, as Markdown.
declare(strict_types=1);
require __DIR__ . '/../writing.php';

// What stands between brackets may have blanks, and so may what follows `callable():`.
const TYPE = '(?<type>(?:[^\s<>(){}]|(?<in>[<({](?:[^<>(){}]|(?&in))*[>)}]))+(?:(?<=:)\s(?&type))?)';

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

function item(string $text): string
{
    return wordwrap("- $text", 118, "\n  ") . "\n";
}

/** @param list<string> $items */
function listed(array $items): string
{
    return rtrim(implode('', array_map(item(...), $items)));
}

/** Its first sentence, in one line. */
function summary(string $text): string
{
    return preg_replace('/\s+/', ' ', preg_match('/^.*?\.(?=\s|$)/s', $text, $m) ? $m[0] : $text);
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

/** The line in which something is declared. */
function declaration(ReflectionFunctionAbstract|ReflectionClass $one): string
{
    return preg_replace('/ \{\}$/', '', trim(file($one->getFileName())[$one->getStartLine() - 1]));
}

/** The same of a function of PHP's. */
function declaration_of_phps(ReflectionFunction $function): string
{
    $parameters = array_map(function (ReflectionParameter $one) {
        $name = ($one->isPassedByReference() ? '&' : '') . ($one->isVariadic() ? '...' : '') . "\${$one->getName()}";
        $default = preg_match('/ = (.*) \]$/', (string) $one, $m) ? strtr($m[1], ['NULL' => 'null']) : '';
        return ltrim("{$one->getType()} $name") . ($default === '' ? '' : " = $default");
    }, $function->getParameters());
    $type = $function->getReturnType() ?? $function->getTentativeReturnType();
    return "function {$function->getName()}(" . implode(', ', $parameters) . ')' . ($type ? ": $type" : '');
}
