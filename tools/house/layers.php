<?php
// Who may include whom, and whether who uses a layer says so itself.
declare(strict_types=1);

// What each layer may include, besides itself.
const LAYERS = [
    'base' => [],
    'address' => ['base'],
    'loop' => ['base'],
    'sched' => ['base', 'loop'],
    'net' => ['base', 'address', 'sched'],
    'zend' => ['base'],
    'libraries' => ['base', 'loop', 'net', 'sched', 'zend'],
    'task' => ['base', 'sched', 'zend'],
    'stream' => ['base', 'address', 'net', 'sched', 'zend', 'task'],
    'php' => ['base', 'address', 'loop', 'net', 'sched', 'zend', 'libraries', 'task', 'stream'],
];
const PHP_HEADER = '~^(php\w*\.h|zend\w*\.h|TSRM\w*\.h|SAPI\.h|(Zend|TSRM|main|ext|sapi)/.+)$~';

function check_include(string $path, string $where, string $name, bool $angled): void
{
    $layer = layer_of($path) ?? 'php'; // a header beside the layers is the module's face: PHP's side
    $target = resolve($name, $path);
    if ($target !== null) {
        $other = layer_of($target) ?? 'php';
        if ($other !== $layer && !in_array($other, LAYERS[$layer] ?? [], true)) {
            breach($where, "layer $layer may not include $other (\"$name\")");
        }
    } elseif (preg_match('~^uv(\.h$|/)~', $name)) {
        $layer === 'loop' || breach($where, "<$name> may be included in layer loop only");
    } elseif (preg_match(PHP_HEADER, $name) || (!$angled && $name !== 'config.h')) {
        $path === 'include/uvstream/zend/php_api.h'
            || breach($where, "\"$name\": PHP's headers are included by include/uvstream/zend/php_api.h only");
    }
}

/** @return list<string> the layers that a file includes something of, by its own words */
function layers_included(string $path, string $text): array
{
    return array_map(fn ($include) => layer_of(resolve($include[0], $path) ?? ''), array_values(includes_of($text)));
}

/** Who names what a layer has includes a header of it, or is a source whose own header does. */
function check_uses(string $path, string $text): void
{
    global $root;
    $included = [layer_of($path), ...layers_included($path, $text)];
    if (($header = header_of($path)) !== null) {
        $included = [...$included, ...layers_included($header, file_get_contents("$root/$header"))];
    }
    preg_match_all('/^namespace uvstream::(\w+) \{$/m', $text, $declared); // forward, without an include
    $included = [...$included, ...$declared[1]];
    $pattern = '/(?<![\w:])(?:uvstream::)?(' . implode('|', array_keys(LAYERS)) . ')::/';
    preg_match_all($pattern, code_of($text, false), $found, PREG_OFFSET_CAPTURE);
    foreach ($found[1] as [$layer, $offset]) {
        if (!in_array($layer, $included, true)) {
            $included[] = $layer;
            $line = substr_count($text, "\n", 0, $offset) + 1;
            breach("$path:$line", "uses $layer:: and includes nothing of it by itself");
        }
    }
}

function check_layers(string $path, string $text): void
{
    $layer = layer_of($path);
    if ($layer !== null && !isset(LAYERS[$layer])) {
        breach("$path:1", "there is no layer $layer");
    }
    foreach (includes_of($text) as $line => [$name, $angled]) {
        check_include($path, "$path:$line", $name, $angled);
    }
    if ($layer !== null) {
        check_uses($path, $text);
    }
}
