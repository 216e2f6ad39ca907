<?php
// Links and anchors of a page.
declare(strict_types=1);

/** The text with its blocks of code blanked out, and if asked what stands in backticks, too; lines keep their numbers. */
function prose_of(string $text, bool $keep_quoted): string
{
    $quoted = $keep_quoted ? '' : '|`[^`\n]+`';
    $blank = fn (array $m) => preg_replace('/[^\n]/', ' ', $m[0]);
    return preg_replace_callback("/^ *```.*?^ *```\$|<!--.*?-->$quoted/ms", $blank, $text);
}

/** @return list<string> the anchors that GitHub gives a page's headings, and those that it sets itself */
function anchors_of(string $text): array
{
    $anchors = [];
    preg_match_all('/^#{1,6} +(.+?) *#*$/m', prose_of($text, true), $headings);
    foreach ($headings[1] as $heading) {
        $heading = preg_replace('/!?\[([^]]*)\]\([^)]*\)/', '$1', $heading);
        $anchor = str_replace(' ', '-', strtolower(preg_replace('/[^\p{L}\p{N}\p{M}_ -]/u', '', $heading)));
        $before = count(preg_grep('/^' . preg_quote($anchor, '/') . '(-\d+)?$/', $anchors));
        $anchors[] = $before ? "$anchor-$before" : $anchor;
    }
    preg_match_all('/<a (?:name|id)="([^"]+)"/', $text, $set);
    return [...$anchors, ...$set[1]];
}

/** A path as it is seen from a page, seen from the root; null where it leaves the root. */
function path_from(string $page, string $target): ?string
{
    $path = [];
    foreach (explode('/', ltrim(dirname($page) . "/$target", './')) as $part) {
        if ($part === '..') {
            if (array_pop($path) === null) {
                return null;
            }
        } elseif ($part !== '.' && $part !== '') {
            $path[] = $part;
        }
    }
    return implode('/', $path);
}

function check_links(string $page, string $text): void
{
    global $root;
    $link = '/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|^ *\[[^]]+\]: +(\S+)|<(?:a|img)\b[^>]*? (?:href|src)="([^"]+)"/m';
    preg_match_all($link, prose_of($text, false), $found, PREG_SET_ORDER | PREG_OFFSET_CAPTURE);
    foreach ($found as $match) {
        [$target, $at] = end($match);
        if (preg_match('~^(https?|mailto):~', $target)) {
            continue;
        }
        $where = "$page:" . (substr_count($text, "\n", 0, $at) + 1);
        [$file, $anchor] = [...explode('#', $target, 2), null];
        $path = $file === '' ? $page : path_from($page, $file);
        if ($path === null || !file_exists("$root/$path")) {
            breach($where, "the link $target leads nowhere");
        } elseif ($anchor !== null && !in_array($anchor, anchors_of(file_get_contents("$root/$path")), true)) {
            breach($where, "$path has no heading #$anchor");
        }
    }
}

/** Whether docs/README.md, the index, has a link to each page of its folder. */
function check_index(): void
{
    global $root;
    $index = (string) @file_get_contents("$root/docs/README.md");
    foreach (glob("$root/docs/*.md") as $page) {
        $name = basename($page);
        $name === 'README.md' || str_contains($index, "]($name)") || breach('docs/README.md', "has no link to $name");
    }
}
