<?php
// Makes stubs/uvstream.php; tools/update_stubs calls it with the module loaded. Settings, options and functions of PHP are
// those of tools/reference, the names of namespace Uvstream those of ext_src/php/*.stub.php.
declare(strict_types=1);
foreach (['writing', 'reference/settings', 'reference/options', 'reference/replaced'] as $part) {
    require __DIR__ . "/$part.php";
}

// phpstan has no type for a function that returns T and takes whatever it takes: to it, it takes up to three arguments.
const TAKES_ANY = '/^( +\* )@template T\n +\* @param callable\(mixed\.\.\.\): T/m';
const TAKES_UP_TO_THREE = '$1@template T
$1@template A
$1@template B
$1@template C
$1@param (callable(): T)|(callable(A): T)|(callable(A, B): T)|(callable(A, B, C): T)';

function item(string $text): string
{
    return '- ' . wordwrap($text, 112, "\n  ") . "\n";
}

/** The settings, which the module must have as they are said to be. */
function settings(): string
{
    $list = '';
    $loaded = ini_get_all('uvstream');
    foreach (SETTINGS as $name => ['default' => $default, 'text' => $text]) {
        $setting = $loaded[$name] ?? null;
        if ($setting === null || $setting['global_value'] !== $default || $setting['access'] !== INI_SYSTEM) {
            stop("tools/reference/settings.php: the module has no such setting: $name, default $default, of php.ini");
        }
        unset($loaded[$name]);
        $list .= item("`$name`: by default `$default`; $text");
    }
    return $loaded ? stop('tools/reference/settings.php does not have ' . implode(', ', array_keys($loaded))) : $list;
}

/** Whether this PHP has the function or method: PDO::connect() came with 8.4. */
function is_callable_here(string $name): bool
{
    return str_contains($name, '::') ? method_exists(...explode('::', $name)) : function_exists($name);
}

/** The functions that the module says it replaces, with their texts. */
function replaced(ReflectionExtension $module): string
{
    ob_start();
    $module->info();
    preg_match('/^Functions replaced => (.*)$/m', ob_get_clean(), $m);
    $names = explode(', ', $m[1]);
    if ($names !== array_values(array_filter(array_keys(REPLACED), is_callable_here(...)))) {
        stop("tools/reference/replaced.php must have texts for these functions, in this order: $m[1]");
    }
    return implode('', array_map(fn (string $name) => item("$name(): " . REPLACED[$name]), array_keys(REPLACED)));
}

/** @return array{string, string} the context options: what each means, and the array's type */
function options(): array
{
    $list = $types = '';
    foreach (OPTIONS as $wrapper => $options) {
        $list .= "\nUnder `$wrapper`:\n";
        $types .= "    $wrapper?: array{\n";
        foreach ($options as $name => $its) {
            $for = isset($its['for']) ? ", for $its[for]" : '';
            $php = isset($its['php']) ? " (by PHP itself only since $its[php])" : '';
            $list .= item("`$name`: $its[value]$for; by default $its[default]; $its[text]$php");
            $types .= "        $name?: $its[type],\n";
        }
        $types .= "    },\n";
    }
    return [trim($list), "array{\n$types    ...\n}"];
}

/** Those of the names that do not belong to namespace Uvstream. @param array<string, mixed> $named */
function outside(array $named): array
{
    return array_filter($named, fn (string $name) => stripos($name, 'Uvstream\\') !== 0, ARRAY_FILTER_USE_KEY);
}

/** The declarations of namespace Uvstream, without what only gen_stub.php wants to know. */
function uvstream(): string
{
    $code = '';
    foreach (glob('ext_src/php/*.stub.php') as $stub) {
        $code .= preg_replace(['/.*^namespace Uvstream;\n/ms', '/^ +\* @(strict-properties|not-serializable)\n/m', TAKES_ANY],
            ['', '', TAKES_UP_TO_THREE], file_get_contents($stub));
    }
    return trim($code);
}

function in_namespace(string $name, string $code): string
{
    return rtrim("namespace $name") . "\n{\n" . preg_replace('/^(?=.)/m', '    ', $code) . "\n}\n";
}

function doc(string $text): string
{
    return "/**\n" . preg_replace(['/^/m', '/ +$/m'], [' * ', ''], $text) . "\n */\n";
}

/** The declarations of what the module adds to this version of PHP, besides namespace Uvstream. */
function own(ReflectionExtension $module): string
{
    $code = '';
    foreach ($module->getConstants() as $name => $value) {
        $code .= "const $name = $value;\n";
    }
    foreach (outside($module->getFunctions()) as $name => $function) {
        $arguments = array_map(fn (ReflectionParameter $one) => trim($one->getType() . ' $' . $one->getName()),
            $function->getParameters());
        $text = wordwrap(OWN[$name]['text'] ?? stop("tools/reference/replaced.php must have a text for $name()"), 116);
        $code .= "\n" . doc($text) . "function $name(" . implode(', ', $arguments) . "): {$function->getReturnType()} {}\n";
    }
    return $code;
}

chdir(dirname(__DIR__));
$module = new ReflectionExtension('uvstream');
if (outside($module->getClasses())) {
    stop('the module has classes of its own: declare them, too');
}
[$options, $types] = options();
$global = doc("uvstream {$module->getVersion()} for IDEs and analysers. Made by tools/update_stubs; not to be run.

Its names are in namespace Uvstream, or PHP's own in later versions. It adds settings for php.ini,

" . settings() . '
and context options, see stream_context_create() below. It replaces these functions of PHP, with their signatures:

' . trim(replaced($module))) . "\n" . doc("These options are for sockets; other wrappers have theirs.

$options

@param $types|null \$options
@param array<string, mixed>|null \$params
@return resource") . "function stream_context_create(?array \$options = null, ?array \$params = null) {}\n\n"
    . own($module);
$file = "<?php\n\n" . in_namespace('', trim($global)) . "\n" . in_namespace('Uvstream', uvstream());

if (($argv[1] ?? '') === '--check') {
    $file === @file_get_contents('stubs/uvstream.php') || stop('stubs/uvstream.php is old, run tools/update_stubs');
    echo "stubs: ok\n";
    exit;
}
file_put_contents('stubs/uvstream.php', $file);
