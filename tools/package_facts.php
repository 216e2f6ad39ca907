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

/** A release's date in package.xml is CHANGELOG's; before there is one, it is at least a day that has been. */
function check_date(SimpleXMLElement $package): void
{
    global $breaches;
    $date = (string) $package->date;
    $version = preg_quote((string) $package->version->release, '/');
    $changes = file_get_contents('CHANGELOG.md');
    if ($date > date('Y-m-d')) {
        $breaches[] = "package.xml: $date is in the future";
    }
    if (preg_match("/^## \\[?$version\\]?\\D+(\\d{4}-\\d\\d-\\d\\d)/m", $changes, $m)) {
        $m[1] === $date || $breaches[] = "package.xml: released on $date, CHANGELOG.md: $m[1]";
    } elseif (!preg_match("/^It will be $version\\.$/m", $changes)) {
        $breaches[] = 'CHANGELOG.md knows nothing of the version in package.xml';
    }
}

/** The pages in the tarball lead to nothing that it lacks; but for tests of libraries, which are the developers'. */
function check_links_in_tarball(SimpleXMLElement $package): void
{
    global $breaches;
    $files = array_map('strval', $package->xpath('//*[local-name() = "file"]/@name'));
    foreach (preg_grep('~^(README|docs/.+)\.md$~', $files) as $page) {
        preg_match_all('/\]\(([^)#\s:]+)[)#]/', file_get_contents($page), $links);
        foreach ($links[1] as $link) {
            $target = preg_replace('~(^|/)[^/]+/\.\.(?=/)~', '', dirname($page) . "/$link");
            $target = ltrim($target, './');
            if (!preg_grep('~^' . preg_quote($target, '~') . '(/|$)~', $files) && !str_starts_with($target, 'tests/ecosystem/')) {
                $breaches[] = "$page: $link is not in the tarball, see tools/update_package";
            }
        }
    }
}

/** What .gitattributes leaves out of an archive is there: what has another name now would be in it. */
function check_left_out(): void
{
    global $breaches;
    preg_match_all('~^/(\S+) +export-ignore$~m', file_get_contents('.gitattributes'), $names);
    foreach ($names[1] as $name) {
        file_exists($name) || $breaches[] = ".gitattributes: there is no $name";
    }
}

/** What Dockerfiles copy is there, and is what .dockerignore lets through. */
function check_dockerfiles(): void
{
    global $breaches;
    preg_match_all('/^!(.+)$/m', file_get_contents('.dockerignore'), $let_through);
    foreach (glob('docker/Dockerfile*') as $file) {
        preg_match_all('/^COPY (.+) \S+$/m', file_get_contents($file), $copies);
        $copied = array_merge(...array_map(fn (string $paths) => explode(' ', $paths), $copies[1]));
        if (list_of($copied) !== list_of($let_through[1]) || in_array(false, array_map(file_exists(...), $copied), true)) {
            $breaches[] = "$file copies " . list_of($copied) . '; .dockerignore lets through ' . list_of($let_through[1]);
        }
    }
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

check_date($package);
check_links_in_tarball($package);
check_dockerfiles();
check_left_out();

if ($breaches) {
    fwrite(STDERR, implode("\n", $breaches) . "\n");
    exit(1);
}
echo 'facts: ', count($facts), ", ok\n";
