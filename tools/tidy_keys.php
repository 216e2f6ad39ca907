<?php
// tidy_keys.php COMPILE_COMMANDS SOURCE...: each source, if it is compiled, and a key that changes with all that
// clang-tidy's judgement of it depends on; for tools/check_tidy.
declare(strict_types=1);

$root = dirname(__DIR__);
[, $database] = $argv;
$sources = array_slice($argv, 2);

/** The headers of ours that a file includes, and they include. @param array<string, string> $found path => text */
function gather(string $path, array &$found): void
{
    if (isset($found[$path]) || !is_file($path)) {
        return;
    }
    $found[$path] = file_get_contents($path);
    preg_match_all('/^\s*#\s*include\s*["<]([^">]+)[">]/m', $found[$path], $m);
    foreach ($m[1] as $name) {
        foreach ([dirname($path), "$GLOBALS[root]/include", "$GLOBALS[root]/ext_src"] as $folder) {
            gather("$folder/$name", $found);
        }
    }
}

// What all have in common: the tool, its settings, and the systems' headers, of which the versions must do.
$packages = "'clang-tidy-*' 'libuv1-dev' 'libgtest-dev' 'php*-dev' 'libstdc++-*-dev' 'libc6-dev'";
$common = (string) shell_exec("dpkg-query -W $packages 2>/dev/null") . shell_exec("\${PHP_CONFIG:-php-config} --version");
foreach (["$root/.clang-tidy", "$root/tests/unit/.clang-tidy"] as $settings) {
    $common .= file_get_contents($settings);
}
foreach (json_decode(file_get_contents($database), true, flags: JSON_THROW_ON_ERROR) as $entry) {
    if (!in_array($entry['file'], $sources, true)) {
        continue;
    }
    $found = [];
    gather($entry['file'], $found);
    ksort($found);
    echo $entry['file'], ' ', sha1(serialize([$common, $entry['command'], $found])), "\n";
}
