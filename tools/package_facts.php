<?php
// What composer.json, package.xml, the sources and the README all say must be the same, and what leans on a text must find
// it there; called by tools/check_package.
declare(strict_types=1);
require __DIR__ . '/fuzz/divergences.php';

chdir(dirname(__DIR__));
$breaches = [];

/** What a file says in the place that the pattern's parentheses are around. */
function said(string $file, string $pattern): string
{
    if (!preg_match($pattern, file_get_contents($file), $m)) {
        fwrite(STDERR, "$file: nothing matches $pattern\n");
        exit(1);
    }
    return implode(' to ', array_slice($m, 1));
}

/** The constraint for `8.2 to 8.6`: each release by itself, so that PHP's next one is refused, not half supported. */
function each_release(string $range): string
{
    return preg_match('/^8\.(\d+) to 8\.(\d+)$/D', $range, $m)
        ? implode(' || ', array_map(fn (int $minor) => "~8.$minor.0", range((int) $m[1], (int) $m[2]))) : $range;
}

/** @param iterable<string> $options */
function list_of(iterable $options): string
{
    $options = [...$options];
    sort($options);
    return implode(', ', $options);
}

/** @return list<string> the files of ext_src whose names match, in whatever folder */
function in_ext_src(string $pattern): array
{
    $all = new RecursiveIteratorIterator(new RecursiveDirectoryIterator('ext_src', FilesystemIterator::SKIP_DOTS));
    return array_values(array_map('strval', iterator_to_array(new RegexIterator($all, $pattern))));
}

/** The sources that a configuration compiles; config.w32 writes \\ for /. */
function sources_in(string $file): string
{
    preg_match_all('~\bext_src/[\w/]+\.cpp~', strtr(file_get_contents($file), ['\\\\' => '/']), $found);
    return list_of($found[0]);
}

$composer = json_decode(file_get_contents('composer.json'), true, flags: JSON_THROW_ON_ERROR);
$package = simplexml_load_file('package.xml');
$requires = said('package.xml', '~<php>\s*<min>(8\.\d+)\.0</min>\s*<max>(8\.\d+)\.99</max>~');
preg_match_all('/^PHP_ARG_WITH\(\[([^]]+)/m', file_get_contents('config.m4'), $with);

$facts = [
    'version' => [
        'package.xml' => (string) $package->version->release,
        'include/php_uvstream.h' => said('include/php_uvstream.h', '/PHP_UVSTREAM_VERSION "(.+)"/'),
    ],
    'name' => [
        'package.xml' => (string) $package->name,
        'package.xml, providesextension' => (string) $package->providesextension,
        'composer.json' => $composer['php-ext']['extension-name'] ?? '',
        'config.m4' => said('config.m4', '/PHP_NEW_EXTENSION\(\[(\w+)/'),
    ],
    'summary' => [
        'package.xml' => (string) $package->summary,
        'composer.json' => $composer['description'],
    ],
    'license' => [
        'package.xml' => (string) $package->license,
        'composer.json' => $composer['license'],
        'LICENSE' => strtr(said('LICENSE', '/\A(.+) License\n/'), ' ', '-'),
        'README.md' => strtr(said('README.md', '/^(.+), see \[LICENSE\]/m'), ' ', '-'),
    ],
    'PHP' => [
        'package.xml' => each_release($requires),
        'composer.json' => $composer['require']['php'],
        'README.md' => each_release(said('README.md', '/\bPHP (8\.\d+) to (8\.\d+)\b/')),
    ],
    'oldest PHP' => [
        'package.xml' => strstr($requires, ' ', true),
        'include/uvstream/zend/compat.h' => preg_replace('/^(\d)0(\d)00$/', '$1.$2',
            said('include/uvstream/zend/compat.h', '/#if PHP_VERSION_ID < (\d+)\n#error/')),
    ],
    'oldest libuv' => [
        'README.md' => said('README.md', '/\blibuv (\d+\.\d+) or newer/'),
        'config.m4' => said('config.m4', '/libuv >= (\d+\.\d+)\.0\]/'),
    ],
    'configure options' => [
        'package.xml' => list_of(array_map('strval', $package->xpath('//*[local-name() = "configureoption"]/@name'))),
        'composer.json' => list_of(array_column($composer['php-ext']['configure-options'] ?? [], 'name')),
        'config.m4' => list_of(array_map(fn (string $name) => "with-$name", $with[1])),
    ],
    'list of sources' => [
        'ext_src' => list_of(in_ext_src('/\.cpp$/')),
        'config.m4' => sources_in('config.m4'),
        'config.w32' => sources_in('config.w32'),
    ],
];
foreach ($facts as $what => $sources) {
    if (count(array_unique($sources)) > 1) {
        $breaches[] = "$what differs:";
        foreach ($sources as $file => $value) {
            $breaches[] = "    $file: $value";
        }
    }
}

foreach (rows_gone() as $row) {
    $breaches[] = "tools/fuzz/divergences.php has a rule for \"$row\", and DIVERGENCES.md no such row";
}

if ($breaches) {
    fwrite(STDERR, implode("\n", $breaches) . "\n");
    exit(1);
}
echo 'facts: ', count($facts), ", ok\n";
