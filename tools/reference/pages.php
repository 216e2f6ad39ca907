<?php
// Makes docs/reference/: of ext_src/php/*.stub.php, which PHP reads itself (they are loaded, and asked by reflection), and of the
// tables and examples beside this. tools/update_reference calls it.
declare(strict_types=1);
foreach (['reading', 'page', 'settings', 'options', 'replaced', 'errors', 'code'] as $part) {
    require __DIR__ . "/$part.php";
}

function function_page(string $name): callable
{
    $function = new ReflectionFunction($name);
    $of = $function->getShortName() . '()';
    [$text, $tags] = parsed($function->getDocComment(), $of);
    $page = new Page(page_of('function', $function->getShortName()), "{$function->name}()", summary($text));
    return add_page('Functions', $page, function (Page $page) use ($function, $text, $tags, $of) {
        $page->add_described(declaration($function), $text, $tags, $of, (string) $function->getReturnType() === 'void');
        return $page->finish(changes($tags), $tags['see'] ?? []);
    });
}

/** Its declaration, with all that is public. */
function synopsis(ReflectionClass $class, array $members, array $methods): string
{
    $lines = array_map(fn (ReflectionMethod $method) => declaration($method) . ';', $methods);
    foreach (array_reverse($members) as $member) {
        $is_case = !$member instanceof ReflectionProperty;
        $default = !$is_case && $member->hasDefaultValue() ? ' = ' . var_export($member->getDefaultValue(), true) : '';
        array_unshift($lines, $is_case ? "case {$member->name};"
            : 'public ' . basename(strtr((string) $member->getType(), '\\', '/')) . " \${$member->name}$default;");
    }
    return declaration($class) . "\n{\n" . implode('', array_map(fn (string $line) => "    $line\n", $lines)) . '}';
}

function class_page(ReflectionClass $class): callable
{
    $name = $class->getShortName();
    [$text, $tags] = parsed($class->getDocComment(), $name);
    $page = new Page(page_of('class', $name), ($class->isEnum() ? 'The enum' : 'The class') . " $class->name", summary($text));
    $own = fn (array $all) => array_filter($all, fn ($one) => $one->getDeclaringClass()->name === $class->name);
    $members = $own($class->isEnum() ? (new ReflectionEnum($class->name))->getCases() : $class->getProperties());
    $methods = array_filter($own($class->getMethods(ReflectionMethod::IS_PUBLIC)), fn ($one) => $one->isUserDefined());
    return add_page('Classes', $page, function (Page $page) use ($class, $name, $text, $tags, $members, $methods) {
        $page->add('Introduction', $text);
        $page->add('Class synopsis', "```php\n" . synopsis($class, $members, $methods) . "\n```");
        $page->add($class->isEnum() ? 'Cases' : 'Properties', listed(array_map(
            fn ($one) => "`" . ($class->isEnum() ? '' : '$') . "$one->name`: " . parsed($one->getDocComment(), "$name::$one->name")[0],
            $members)));
        foreach ($methods as $method) {
            $of = "$name::$method->name()";
            $page->add_heading($of);
            [$its_text, $its_tags] = parsed($method->getDocComment(), $of);
            $page->add_described(declaration($method), $its_text, $its_tags, $of, (string) $method->getReturnType() === 'void', 3);
        }
        return $page->finish(changes($tags), $tags['see'] ?? []);
    });
}

/** Of a function of PHP's: what it does beyond PHP's manual. */
function phps_page(string $name, string $text): callable
{
    $text = marked($text);
    $page = new Page(page_of('function', $name), "$name()", ucfirst(summary($text)));
    return add_page('Functions of PHP', $page, function (Page $page) use ($name, $text) {
        $function = function_exists($name) ? new ReflectionFunction($name) : null;
        $declaration = $function?->getExtensionName() === 'standard' // (what is always there)
            ? "```php\n" . declaration_of_phps($function) . "\n```\n\n" : '';
        $page->add('Description', $declaration . wordwrap("A function of PHP's: [PHP's manual](" . manual_of($name)
            . ") says what it does. With uvstream:", 118) . "\n\n" . listed(["`$name()`: " . sentence($text)]));
        $errors = ERRORS[$name] ?? [];
        $page->add('Errors/Exceptions', $errors ? table(['errno', 'when'], array_map(
            fn ($code, $when) => ["`$code`", $when], array_keys($errors), $errors)) : '');
        preg_match('/\bas `(\w+(?:::\w+)?\(\))`/', $text, $as);
        return $page->finish(null, $as ? [$as[1]] : []);
    });
}

/** Of a function that later versions of PHP have by themselves. */
function own_page(string $name, array $its): callable
{
    [$text, $tags] = parsed("/** $its[text] */", "$name()");
    $page = new Page(page_of('function', $name), "$name()", summary($text));
    return add_page('Functions of PHP', $page, function (Page $page) use ($its, $text, $tags, $name) {
        $page->add_described("function $name$its[signature]", wordwrap($text, 118), $tags, "$name()", false);
        return $page->finish(changes($tags), $tags['see']);
    });
}

function option_page(string $wrapper, string $name, array $its): callable
{
    $page = new Page(page_of('context', "$wrapper.$name"), "Context option `$name` of `$wrapper`",
        sentence(ucfirst($its['text'])), ['type' => $its['value'], 'default' => $its['default'], 'for' => $its['for'] ?? 'all',
        'in PHP itself' => isset($its['php']) ? "since $its[php]" : ($wrapper === 'socket' ? 'yes' : 'no')]);
    return add_page("Context options of `$wrapper`", $page, function (Page $page) use ($wrapper, $its) {
        $page->add('Description', wordwrap($page->summary, 118) . "\n\n" . listed(['Type: ' . $its['value'],
            "By default: $its[default]", ...isset($its['for']) ? ["For: $its[for]"] : []]));
        $errors = match (true) {
            str_contains($its['type'], 'int<') => 'What is no number in this range',
            $wrapper === 'uvstream' => 'Anything else',
            default => '',
        };
        $page->add('Errors/Exceptions', $errors ? "$errors is an error: there is no socket then, and the error code is 0." : '');
        $changes = isset($its['php']) ? table(['Version', 'Description'],
            [["PHP $its[php]", 'PHP has it by itself. With uvstream it is there on all versions.']]) : '';
        return $page->finish($changes, ['stream_context_create()', 'stream_socket_server()', 'stream_socket_client()']);
    });
}

function setting_page(string $name, array $its): callable
{
    $text = sentence(ucfirst(str_replace('](docs/', '](../', $its['text'])));
    $page = new Page(page_of('ini', $name), "Setting `$name`", $text, ['default' => "`$its[default]`"]);
    return add_page('Settings', $page, function (Page $page) use ($its) {
        $page->add('Description', wordwrap(trim("$page->summary $its[more]"), 118) . "\n\n" . listed(["Type: $its[type]",
            "By default: `$its[default]`", 'Where: php.ini (`PHP_INI_SYSTEM`)']));
        return $page->finish(changes(['since' => [$its['since']]]), ['ini_get()']);
    });
}

/** @var array<string, array{string, Page}> by file: in which part of the index, and the page */
$pages = [];

/** Enters it into the list, before the text of any page is made: so that they can link to each other. */
function add_page(string $part, Page $page, callable $text): callable
{
    global $pages;
    isset($pages[$page->file]) && stop("two pages are $page->file");
    $pages[$page->file] = [$part, $page];
    return fn () => $text($page);
}

function index(): string
{
    global $pages;
    $index = "# Reference\n\nEach function, class, context option and setting. [tasks.md](../tasks.md) is the guide. Made by"
        . " `tools/update_reference`, of `ext_src/php/*.stub.php`\nand `tools/reference`.\n";
    $parts = $heads = [];
    foreach ($pages as $file => [$part, $page]) {
        $name = preg_match('/^(?:Setting|Context option) (`\w[\w.]*`)/', $page->title, $m) ? $m[1] : $page->title;
        $parts[$part][] = ["[$name]($file)", ...$page->facts, str_replace('|', '\|', $page->summary)];
        $heads[$part] = ['', ...array_keys($page->facts), ''];
    }
    foreach ($parts as $part => $rows) {
        $index .= "\n## $part\n\n" . table($heads[$part], array_map(array_values(...), $rows)) . "\n";
    }
    return $index;
}

chdir(dirname(__DIR__, 2));
check_options();
check_settings();
$others = count(get_defined_functions()['user']);
foreach (glob('ext_src/php/*.stub.php') as $stub) {
    require $stub;
}
$texts = array_map(function_page(...), array_slice(get_defined_functions()['user'], $others));
foreach (get_declared_classes() as $name) {
    $class = new ReflectionClass($name);
    if (str_starts_with($name, 'Uvstream\\') && $class->isUserDefined()) $texts[] = class_page($class);
}
foreach (REPLACED as $name => $text) $texts[] = phps_page($name, $text);
foreach (OWN as $name => $its) $texts[] = own_page($name, $its);
foreach (OPTIONS as $wrapper => $options) {
    foreach ($options as $name => $its) $texts[] = option_page($wrapper, $name, $its);
}
foreach (SETTINGS as $name => $its) $texts[] = setting_page($name, $its);
$files = array_combine(array_keys($pages), array_map(fn (callable $text) => $text(), $texts)) + ['README.md' => index()];
write_or_check($files, ($argv[1] ?? '') === '--check');
