<?php
// Whether the tables are true of the code, and the pages of both.
declare(strict_types=1);

/** The options that the code reads have a page, and no others. */
function check_options(): void
{
    $read = [];
    foreach (glob('ext_src/stream/{*,*/*}.cpp', GLOB_BRACE) as $path) {
        $code = file_get_contents($path);
        preg_match_all('/\bcontext_option\([^;]*?"(socket|uvstream)", "(\w+)"/', $code, $m, PREG_SET_ORDER);
        foreach ($m as [, $wrapper, $name]) $read["$wrapper.$name"] = $path;
        preg_match_all('/\b(?:is_set\(\w+, |numbers\.read\()"(\w+)"/', $code, $m); // these are of socket
        foreach ($m[1] as $name) $read["socket.$name"] = $path;
    }
    $said = [];
    foreach (OPTIONS as $wrapper => $options) {
        foreach (array_keys($options) as $name) $said["$wrapper.$name"] = 'tools/reference/options.php';
    }
    foreach (array_diff_key($read, $said) as $name => $path) stop("$path reads the context option $name, which tools/reference/options.php lacks");
    foreach (array_diff_key($said, $read) as $name => $path) stop("$path has the context option $name, which nobody reads");
}

/** The same of the settings, and their defaults. (tools/update_stubs asks the module as well.) */
function check_settings(): void
{
    preg_match_all('/\b(?:STD_)?PHP_INI_(?:ENTRY|BOOLEAN)(?:_EX)?\("(uvstream\.\w+)", "([^"]*)"/', file_get_contents('ext_src/php/uvstream.cpp'), $m);
    array_combine($m[1], $m[2]) == array_map(fn (array $its) => $its['default'], SETTINGS)
        || stop('tools/reference/settings.php and ext_src/php/uvstream.cpp do not have the same settings and defaults');
}

/** @param array<string, string> $files the texts of docs/reference/, by name */
function write_or_check(array $files, bool $only_checks): void
{
    $there = array_map(basename(...), glob('docs/reference/*'));
    $old = array_filter($files, fn (string $text, string $file) => @file_get_contents("docs/reference/$file") !== $text, ARRAY_FILTER_USE_BOTH);
    $gone = array_diff($there, array_keys($files));
    if ($only_checks) {
        $old || $gone ? stop('docs/reference is old, run tools/update_reference: ' . implode(', ', [...array_keys($old), ...$gone])) : null;
        echo 'reference: ' . count($files) . " pages, ok\n";
        return;
    }
    is_dir('docs/reference') || mkdir('docs/reference');
    foreach ($old as $file => $text) file_put_contents("docs/reference/$file", $text);
    foreach ($gone as $file) unlink("docs/reference/$file");
}
