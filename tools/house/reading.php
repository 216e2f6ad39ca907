<?php
// What the rules of tools/check_house read, and how they say what they found.
declare(strict_types=1);

function breach(string $where, string $what): void
{
    $GLOBALS['breaches'][] = "$where: $what";
}

/** @return list<string> paths below the root */
function files(string $folder): array
{
    global $root;
    if (!is_dir("$root/$folder")) {
        return [];
    }
    $found = [];
    $walk = new RecursiveDirectoryIterator("$root/$folder", FilesystemIterator::SKIP_DOTS);
    foreach (new RecursiveIteratorIterator($walk) as $file) {
        $found[] = substr($file->getPathname(), strlen($root) + 1);
    }
    sort($found);
    return $found;
}

/** The text with comments and, if asked, what stands in quotes blanked out; lines keep their numbers. */
function code_of(string $text, bool $keep_quoted): string
{
    $quoted = '"(?:\\\\.|[^"\\\\\n])*"|(?<!\w)\'(?:\\\\.|[^\'\\\\\n])*\'';
    return preg_replace_callback(
        "~//[^\n]*|/\*.*?\*/|$quoted~s",
        fn ($m) => $keep_quoted && $m[0][0] !== '/' ? $m[0] : preg_replace('/[^\n]/', ' ', $m[0]),
        $text
    );
}

/** @return array<int, array{string, bool}> what a text includes, by line: the name, and whether it stands in <> */
function includes_of(string $text): array
{
    $includes = [];
    foreach (explode("\n", code_of($text, true)) as $i => $line) {
        if (preg_match('/^\s*#\s*include\s*(["<])([^">]+)[">]/', $line, $m)) {
            $includes[$i + 1] = [$m[2], $m[1] === '<'];
        }
    }
    return $includes;
}

/** The layer of a source; null for what stands outside the layers. A folder within a layer is the same layer. */
function layer_of(string $path): ?string
{
    return preg_match('~^(?:ext_src|include/uvstream)/([^/]+)/~', $path, $m) ? $m[1] : null;
}

/** The file of ours that an include names, if it names one. */
function resolve(string $name, string $from): ?string
{
    global $root;
    foreach (['include', 'ext_src', dirname($from)] as $folder) {
        $real = realpath("$root/$folder/$name");
        if ($real !== false && str_starts_with($real, realpath($root) . '/')) {
            return substr($real, strlen(realpath($root)) + 1);
        }
    }
    return null;
}

const SCOPE = '/^([A-Z_]+\(\w+\)\s*)?(template\s*<.*>\s*)?(inline\s+)?(namespace|class|struct|union|extern)\b[^()]*$/s';

/**
 * The functions and variables that stand outside of bodies.
 * @return array{declared: list<string>, defined: list<string>} declared: and not defined in the same text
 */
function names_in(string $text): array
{
    $names = ['declared' => [], 'defined' => []];
    $open = []; // of each open brace, whether declarations stand behind it
    $said = '';
    $code = preg_replace('/^[ \t]*#(?:.*\\\\\n)*.*$/m', '', code_of($text, false));
    foreach (preg_split('/([;{}])/', $code, -1, PREG_SPLIT_DELIM_CAPTURE) as $part) {
        if (!in_array($part, [';', '{', '}'], true)) {
            $said = trim(preg_replace('/\b(public|private|protected)\s*:(?!:)/', '', $part));
            continue;
        }
        $outside = !in_array(false, $open, true);
        if ($part === '}') {
            array_pop($open);
        } elseif ($part === '{') {
            $open[] = (bool) preg_match(SCOPE, $said);
            $names['defined'][] = $outside && !end($open) ? name_in($said) : null;
        } elseif ($outside && !preg_match('/^(using|typedef|friend|static_assert|class|struct|enum)\b/', $said)) {
            $declares = preg_match('/\)[\s\w&]*$|^extern\b/', $said) && !preg_match('/^[^(]*[^!<>=]=[^=]/', $said); // (= a call)
            $names[$declares ? 'declared' : 'defined'][] = name_in($said);
        }
        $said = '';
    }
    $names['defined'][] = name_in($said); // a macro of PHP's, at the end and without a semicolon
    ['declared' => $declared, 'defined' => $defined] = array_map('array_filter', $names);
    return ['declared' => array_diff($declared, $defined), 'defined' => $defined];
}

/** What a declaration declares: the word before its parentheses, in those of a macro, or the last, of a variable. */
function name_in(string $said): ?string
{
    do {
        $said = preg_replace('/<[^<>]*>|\[\[.*?\]\]/s', ' ', $said, -1, $count);
    } while ($count > 0);
    return match (true) {
        (bool) preg_match('/\boperator\b|\(\s*\*\s*\w+\s*\)\s*\(/', $said) => null, // (the second: a pointer to functions)
        (bool) preg_match('/^(?:extern\s+)?[A-Z][A-Z0-9_]+\((\w+)/', $said, $m),
        (bool) preg_match('/(~?\w+)\s*\(/', $said, $m),
        (bool) preg_match('/(\w+)\s*(?:\[[^]]*\]\s*)?(?:=.*)?$/s', $said, $m) => $m[1],
        default => null,
    };
}
